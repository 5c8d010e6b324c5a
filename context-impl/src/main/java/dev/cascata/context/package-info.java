/**
 * Contexts: cancellation, deadlines and values for a tree of calls and threads.
 *
 * <p>A {@link Context} stands for one piece of work, such as a request. A method that starts a part of the work derives
 * a context from the one that it was given. When a context ends, because it is cancelled or its deadline passes, all
 * contexts derived from it end too, and every thread that works for one of them can see that and stop. A context also
 * carries values that belong to the work. The package follows Go's {@code context}.
 *
 * <h2>Rules of use</h2>
 *
 * <ol>
 * <li>Pass a context as the first parameter to every method that needs one. Do not store it in a field.
 * <li>Do not pass null. If it is not clear yet which context to use, pass {@link Context#todo()}.
 * <li>Close each {@link CancellableContext} that you derive, best with try-with-resources. A live parent holds its live
 * children until then.
 * <li>Use values for data that belongs to the work and crosses API boundaries, such as a user or a trace id. Do not use
 * them in place of optional parameters.
 * </ol>
 *
 * <p>A context may be passed to any number of threads: all its methods are thread-safe. A null argument throws a
 * {@link NullPointerException} if the parameter is not marked as nullable.
 *
 * <h2>How an end travels</h2>
 *
 * <p>Time goes down. On the left is the thread that ends a context, with the class that does each step. On the right is
 * what other threads see.
 *
 * <pre>{@code
 * CancellableContext.cancel   on the thread that calls it
 * DeadlineContext.run         on the SystemTime.TimerThread, or on the thread that calls VirtualTime.advance
 * ForeignParents.follow       on the thread on which the foreign parent runs its callback, or on a Watcher
 *   |
 * CancelContext.end(EndEvent)
 *   |
 * Propagation.end
 *   |
 *   +-- A context without links: LinkList.closeEmpty marks it with an event that is already published.
 *   |   Only the steps with a star follow, for this context.
 *   |
 *   |   A context with links:
 *   |
 * MARK       Close the LinkList of this context and of           | All contexts are still live.
 *   |        everything below it, through Link.mark:             |
 *   |          CancelContext   a child                           | A cancel, a derivation and an afterFunc
 *   |          Stripes         more lists of the same context    | on a marked context block, and so does the
 *   |          ParentLink      a link to a merged child          | stop() of a claimed callback:
 *   |          Callback        from WAITING to CLAIMED           | EndEvent.awaitPublished.
 *   |        Wait for a child that another event has marked.     |
 *   |                                                            |
 * PUBLISH    EndEvent.publish: one volatile write.               | All marked contexts are done, at the same
 *   |                                                            | moment: isDone(), err() and cause() show it.
 *   |                                                            | Blocked derivations get a done context.
 *   |                                                            |
 * SETTLE     EndEvent.awaitSettled: wait for other events        | A cancel that came too late waits until
 *   |        on merged children.                                 | here, and returns false.
 *   |                                                            |
 * UNLINK *   CancelContext.unlinkFromParents.                    | dependents() of the parent decreases.
 *   |                                                            |
 * WAKE       Link.wake, no user code:                            |
 *   |          Waiter          unpark the thread                 | Done.await returns.
 *   |          BoundCall       interrupt the thread              | The task of Context.call is interrupted.
 *   |          ParentLink      unlink a merged child from        |
 *   |                          its other parents                 |
 *   |                                                            |
 * NOTIFY *   Link.notifyEnd, may call user code:                 |
 *   |          DeadlineContext cancel the timer                  | Scheduler.Timer.cancel is called.
 *   |          Callback        hand it to the executor           | The callback runs on the executor.
 *   |          HookLink        stop the registration with a      | Registration.stop is called, or
 *   |                          foreign parent                    | the Watcher thread exits.
 *   |          MergedContext   end its own children of           |
 *   |                          foreign parents                   |
 *   |                                                            |
 * cancel returns true.                                           | Callbacks may still be running.
 * }</pre>
 *
 * <h2>Reading order</h2>
 *
 * <ol>
 * <li>The API: {@link Context}, {@link CancellableContext}, {@link Done}, {@link Registration}, {@link Key},
 * {@link Deadline}, {@link ContextException}, {@link Environment} with {@link TimeSource} and {@link Scheduler}.
 * <li>What all built-in contexts share: {@code BuiltInContext}, {@code EndlessContext} with {@code NeverDone}.
 * <li>How an end travels: {@code CancelContext}, {@code Link}, {@code LinkList}, {@code EndEvent}, {@code Propagation}.
 * <li>What is linked to a context: {@code Callback}, {@code Waiter}, {@code BoundCall}.
 * <li>Values: {@code ValueContext}, {@code VisibleValues}, {@code OuterBindings}, {@code BindingTrie}.
 * <li>Time: {@code DeadlineContext}, {@code SystemTime}, {@code Threads}, {@code TimerWheel}, {@link VirtualTime}.
 * <li>Several, foreign and busy parents: {@code MergedContext}, {@code ForeignParents}, {@code Stripes}.
 * </ol>
 */
@NullMarked
package dev.cascata.context;

import org.jspecify.annotations.NullMarked;
