package example;

import java.util.ArrayList;
import java.util.List;

/** A library's context, as one writes it in an afternoon. */
public final class Scope {
    private final List<Scope> children = new ArrayList<>();
    private boolean ended;
    private Throwable cause;

    public synchronized Scope child() {
        Scope child = new Scope();
        children.add(child);
        return child;
    }

    public synchronized boolean end(Throwable why) {
        if (ended) return false;
        ended = true;
        cause = why;
        children.forEach(child -> child.end(why));
        return true;
    }

    public synchronized boolean ended() {
        return ended;
    }

    public synchronized Throwable cause() {
        return cause;
    }

    public synchronized int children() {
        return children.size();
    }
}
