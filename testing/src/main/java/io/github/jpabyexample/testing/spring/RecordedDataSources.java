package io.github.jpabyexample.testing.spring;

import io.github.jpabyexample.testing.sql.SqlRecorder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts a recorder around each {@link DataSource} of a Spring application: a test imports this class and has it injected.
 *
 * <pre>{@code
 * @SpringBootTest
 * @Import(RecordedDataSources.class)
 * class OrdersTest {
 *
 *     @Autowired
 *     RecordedDataSources recorded;
 *
 *     @Test
 *     void an_order_is_one_insert() {
 *         assertThat(recorded.recorder().sqlOf(() -> service.place(cart))).hasInserts(1);
 *         recorded.recorder("archive").log();      // IllegalArgumentException, if no data source is called so
 *     }
 * }
 * }</pre>
 *
 * <p>Each bean has a recorder of its own: a data source that routes to others, or that wraps another one, is recorded as
 * well as those. Beans are injected as before where they are asked for by an interface; by their class, such as {@code
 * HikariDataSource}, Spring refuses to inject them. They are closed as before.
 *
 * <p>Safe for use by several threads.
 */
public final class RecordedDataSources implements BeanPostProcessor {

    private final Map<String, SqlRecorder> recorders = Collections.synchronizedMap(new TreeMap<>());

    /** For Spring, which makes it and gives it each bean. */
    public RecordedDataSources() {}

    /** {@return a bean as it is, but of a data source the one that is recorded} */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source)) {
            return bean;
        }
        var recorder = SqlRecorder.around(source);
        recorders.put(name, recorder);
        return recorder.dataSource();
    }

    /**
     * The recorder of the application's only data source.
     *
     * @return that recorder
     * @throws IllegalStateException if no data source was made yet, or several
     */
    public SqlRecorder recorder() {
        synchronized (recorders) {
            if (recorders.size() != 1) {
                throw new IllegalStateException("Expected one data source, but " + known());
            }
            return recorders.values().iterator().next();
        }
    }

    /**
     * The recorder of one data source.
     *
     * @param bean its name in the application
     * @return that recorder
     * @throws IllegalArgumentException if none of that name was made yet
     */
    public SqlRecorder recorder(String bean) {
        @Nullable SqlRecorder recorder = recorders.get(bean);
        if (recorder == null) {
            throw new IllegalArgumentException("Expected a data source '" + bean + "', but " + known());
        }
        return recorder;
    }

    private String known() {
        synchronized (recorders) {
            return recorders.isEmpty() ? "none was made" : "these were made: " + String.join(", ", recorders.keySet());
        }
    }
}
