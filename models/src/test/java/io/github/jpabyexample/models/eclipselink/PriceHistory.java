package io.github.jpabyexample.models.eclipselink;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.history.HistoryPolicy;

/** Named by the property {@code eclipselink.descriptor.customizer.KeptPrice} of the unit. */
public class PriceHistory implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor price) {
        var history = new HistoryPolicy();
        history.addHistoryTableName("kept_price", "kept_price_history");
        history.addStartFieldName("effective");
        history.addEndFieldName("superseded");
        price.setHistoryPolicy(history);
    }
}
