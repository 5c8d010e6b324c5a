package dev.cascata.conformance.peers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.cascata.context.Environment;
import dev.cascata.context.TimeSource;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The time source as a ticker of grpc. A root binds it, because the deadlines of one tree must share one ticker. */
final class GrpcTicker extends Deadline.Ticker {
    private static final Context.Key<GrpcTicker> KEY = Context.key("ticker");

    /** Kept reachable, so that its filter stays. The library logs a stack trace for every long chain of contexts. */
    private static final Logger LOG = Logger.getLogger(Context.class.getName());

    static {
        LOG.setFilter(entry -> !entry.getMessage().contains("ancestry chain"));
    }

    private final TimeSource time;

    private GrpcTicker(TimeSource time) {
        this.time = time;
    }

    static Context root(Environment environment) {
        return Context.ROOT.withValue(KEY, new GrpcTicker(environment.time()));
    }

    static GrpcTicker of(Context context) {
        return KEY.get(context);
    }

    Deadline after(Duration timeout) {
        return Deadline.after(NANOSECONDS.convert(timeout), NANOSECONDS, this);
    }

    Deadline at(long nanos) {
        return after(dev.cascata.context.Deadline.at(nanos, time).remaining());
    }

    OptionalLong nanos(@Nullable Deadline deadline) {
        return deadline == null
                ? OptionalLong.empty()
                : OptionalLong.of(time.nanos() + deadline.timeRemaining(NANOSECONDS));
    }

    @Override
    public long nanoTime() {
        return time.nanos();
    }
}
