package dev.cascata.context;

import java.time.Instant;

/** A clock that only moves forward. Thread-safe. */
public interface TimeSource {

    /** Nanoseconds since an origin of the source's own. Never decreases. */
    long nanos();

    /** The time of day, for people; not used to decide anything. */
    Instant wallClock();
}
