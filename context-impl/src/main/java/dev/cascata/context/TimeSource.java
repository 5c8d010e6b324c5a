package dev.cascata.context;

import java.time.Instant;

/** A clock that never goes back. Thread-safe. */
public interface TimeSource {

    /** Returns the nanoseconds since an origin that the source chooses. Never decreases. */
    long nanos();

    /** Returns the time of day, for logs and messages. The library makes no decision by it. */
    Instant wallClock();
}
