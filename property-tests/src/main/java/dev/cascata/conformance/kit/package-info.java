/**
 * What you implement so that the suite can judge a library. Begin with {@link ContextKit}. This
 * page says which methods a capability needs, and what is true of all of them.
 *
 * <table>
 *   <caption>Methods that a capability needs</caption>
 *   <tr><th>capability</th><th>methods</th></tr>
 *   <tr><td>{@link Capability#KINDS}</td><td>{@link ContextKit#kind}, {@link ContextKit#err}</td></tr>
 *   <tr><td>{@link Capability#DONE_OBJECT}</td><td>{@link ContextKit#doneObject}</td></tr>
 *   <tr><td>{@link Capability#CAUSES}</td><td>{@link ContextKit#cancel(Object, Object)}, {@link ContextKit#cause}, and {@link ContextKit#newCause} if
 *       an {@link Exception} is not a cause of the library</td></tr>
 *   <tr><td>{@link Capability#DEADLINES}</td><td>{@link ContextKit#withDeadline}, {@link ContextKit#withTimeout}, {@link ContextKit#deadline}</td></tr>
 *   <tr><td>{@link Capability#VALUES}</td><td>{@link ContextKit#newKey}, {@link ContextKit#withValue}, {@link ContextKit#value}</td></tr>
 *   <tr><td>{@link Capability#DETACH}</td><td>{@link ContextKit#withoutCancel}</td></tr>
 *   <tr><td>{@link Capability#CALLBACKS}</td><td>{@link ContextKit#afterFunc}</td></tr>
 *   <tr><td>{@link Capability#DEPENDENTS}</td><td>{@link ContextKit#dependents}</td></tr>
 *   <tr><td>{@link Capability#BLOCKING_WAIT}</td><td>{@link ContextKit#await(Object)}, and {@link ContextKit#await(Object, Duration)} with
 *       {@link Capability#VIRTUAL_TIME}</td></tr>
 *   <tr><td>{@link Capability#FOREIGN_PARENTS}</td><td>{@link ContextKit#foreign(Object, ForeignShape)}, {@link ContextKit#foreign(Object,
 *       ForeignQuirk)}, {@link ContextKit#attached}</td></tr>
 *   <tr><td>{@link Capability#MERGE}</td><td>{@link ContextKit#merge}</td></tr>
 *   <tr><td>{@link Capability#INTERRUPT_BRIDGE}</td><td>{@link ContextKit#call}</td></tr>
 *   <tr><td>{@link Capability#FUTURES}</td><td>{@link ContextKit#cancelOnDone}</td></tr>
 * </table>
 *
 * <p>All other capabilities describe how these methods behave, and add none.
 *
 * <p><b>Environment and time.</b> The environment has the clock, the scheduler and the executor that the library must use
 * while it is judged. Time is virtual: it moves only when the suite moves it. The suite passes the environment of the
 * root to every method that makes a context or registers something. A library whose root keeps its environment can
 * ignore the parameter elsewhere. A moment is a number of nanoseconds on the clock of the environment.
 *
 * <p><b>Null.</b> A method must not return null unless its result is marked {@code @Nullable}. A null result where an
 * object is needed is an adapter fault: the suite gives the kit up and judges nothing.
 *
 * <p><b>Exceptions.</b> Let every exception of the library through; the suite judges it. An {@link
 * UnsupportedOperationException} says that the kit declares a capability without implementing it, and is an adapter
 * fault. Throw {@link AdapterFault} if something outside the library is missing, in one sentence that says what.
 *
 * <p><b>Threads.</b> One thread runs a program. With {@link Capability#THREADS} the suite also calls the methods from
 * several threads at once, on the same contexts. Callbacks run on the executor of the environment. If the library has an
 * executor of its own, {@link ContextKit#settle} must wait for it. Each operation has a time limit, ten seconds by default. One
 * that exceeds the limit counts as a hang, which breaks the rule USE_8.
 */
@NullMarked
package dev.cascata.conformance.kit;

import dev.cascata.conformance.rules.Capability;
import org.jspecify.annotations.NullMarked;
