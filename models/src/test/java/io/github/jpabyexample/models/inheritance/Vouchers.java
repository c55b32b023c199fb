package io.github.jpabyexample.models.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

/** SINGLE_TABLE inheritance whose kinds are numbers. */
public final class Vouchers {

    private Vouchers() {}

    @Entity(name = "Voucher")
    @Table(name = "voucher")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    public abstract static class Voucher {

        @Id
        @Column(length = 20)
        private String code;

        /** For the provider. */
        protected Voucher() {}

        protected Voucher(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Entity(name = "GiftVoucher")
    @DiscriminatorValue("1")
    public static class GiftVoucher extends Voucher {

        /** For the provider. */
        protected GiftVoucher() {}

        public GiftVoucher(String code) {
            super(code);
        }
    }

    @Entity(name = "PressVoucher")
    @DiscriminatorValue("2")
    public static class PressVoucher extends Voucher {

        /** For the provider. */
        protected PressVoucher() {}

        public PressVoucher(String code) {
            super(code);
        }
    }
}
