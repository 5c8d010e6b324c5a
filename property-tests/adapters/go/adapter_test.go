// Package adapter judges Go's own context. Each program runs in a bubble of testing/synctest: time.Sleep advances the
// time of the bubble, and synctest.Wait returns when no goroutine in it has anything left to do.
package adapter

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"runtime"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// A request is a line from the suite.
type request struct {
	ID           int     `json:"id"`
	Step         string  `json:"step"`
	Context      int     `json:"context"`
	Ticks        int64   `json:"ticks"`
	Cause        string  `json:"cause"`
	Key          int     `json:"key"`
	Value        *string `json:"value"`
	Shape        string  `json:"shape"`
	Count        int     `json:"count"`
	Registration int     `json:"registration"`
	Callback     int     `json:"callback"`
	Look         []int   `json:"look"`
	Read         []int   `json:"read"`
}

// An answer is the line that an adapter writes for each request.
type answer struct {
	ID       int           `json:"id"`
	Answer   *bool         `json:"answer,omitempty"`
	AtOnce   []int         `json:"atOnce,omitempty"`
	Done     []int         `json:"done,omitempty"`
	Contexts []reading     `json:"contexts,omitempty"`
	Ran      []callbackRun `json:"ran,omitempty"`
	Timers   int           `json:"timers"`
	Threw    string        `json:"threw,omitempty"`
}

// A reading is what an answer contains about one context.
type reading struct {
	Err      *string   `json:"err,omitempty"`
	Cause    *string   `json:"cause,omitempty"`
	Deadline *float64  `json:"deadline,omitempty"`
	Values   []*string `json:"values"`
	SameDone bool      `json:"sameDone"`
	Held     *int      `json:"dependents,omitempty"`
	Attached *int      `json:"attached,omitempty"`
}

// A callbackRun is one run of a callback.
type callbackRun struct {
	Callback int  `json:"callback"`
	Done     bool `json:"done"`
	Err      bool `json:"err"`
	Inline   bool `json:"inline"`
}

var introduction = map[string]any{
	"protocol": 1,
	"name":     "Go context",
	"language": runtime.Version(),
	"capabilities": strings.Fields(`KINDS DONE_OBJECT CAUSES DEFAULT_CAUSE DEADLINES DEADLINE_CAUSES HUGE_DURATIONS
		NANOSECOND_TICKS VALUES DETACH CALLBACKS STOP_RESULT DEPENDENTS TIMER_COUNT VIRTUAL_TIME BLOCKING_WAIT THREADS
		FOREIGN_PARENTS EAGER`),
}

// TestMain keeps standard output for the protocol; the test framework then prints to standard error.
func TestMain(m *testing.M) {
	out = json.NewEncoder(os.Stdout)
	os.Stdout = os.Stderr
	os.Exit(m.Run())
}

var (
	in  = bufio.NewReader(os.Stdin)
	out *json.Encoder
)

// TestAdapter answers requests until the input ends.
func TestAdapter(t *testing.T) {
	for r := next(); ; r = next() {
		switch r.Step {
		case "hello":
			out.Encode(introduction)
		case "begin":
			synctest.Test(t, func(*testing.T) { newProgram().run(r) })
		default:
			panic("no program has begun: " + r.Step)
		}
	}
}

// next reads a request; at the end of the input, it ends the process.
func next() (r request) {
	line, err := in.ReadBytes('\n')
	if err != nil {
		os.Exit(0)
	}
	if err := json.Unmarshal(line, &r); err != nil {
		panic(err)
	}
	return r
}

// The keys of a program are three values that differ, though two have the same name.
type (
	k0      struct{}
	k1      struct{}
	another struct{ name string }
)

var keys = []any{k0{}, k1{}, another{"k1"}}

// A program is the state of the program that runs: all that its steps have made.
type program struct {
	start    time.Time
	contexts []context.Context
	cancels  map[int]context.CancelCauseFunc
	timed    map[int]context.CancelFunc
	timers   []context.Context
	dones    map[int]<-chan struct{}
	causes   map[string]error
	stops    []func() bool
	mu       sync.Mutex
	log      []callbackRun
}

func newProgram() *program {
	return &program{
		start:    time.Now(),
		contexts: []context.Context{context.Background()},
		cancels:  map[int]context.CancelCauseFunc{},
		timed:    map[int]context.CancelFunc{},
		dones:    map[int]<-chan struct{}{},
		causes:   map[string]error{},
	}
}

// run answers the requests of one program.
func (p *program) run(r request) {
	for ; ; r = next() {
		a := answer{ID: r.ID}
		func() {
			defer func() {
				if thrown := recover(); thrown != nil {
					a.Threw = fmt.Sprint(thrown)
				}
			}()
			a.Answer = p.step(r)
		}()
		a.AtOnce = p.done(r.Look)
		synctest.Wait()
		a.Done = p.done(r.Look)
		p.read(r.Read, &a)
		out.Encode(a)
		if r.Step == "end" {
			return
		}
	}
}

// step carries out a request. A callback that runs on the goroutine of the step has this function on its stack.
// Goroutines that are started below a context of type own get a label with its name, by which watchers finds them.
func (p *program) step(r request) *bool {
	parent := p.contexts[r.Context]
	if owner, ok := parent.Value(ownKey{}).(*own); ok {
		pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), pprof.Labels("owner", owner.name)))
		defer pprof.SetGoroutineLabels(context.Background())
	}
	switch r.Step {
	case "background":
		p.add(context.Background(), nil)
	case "withCancel", "fan":
		for range max(1, r.Count) {
			p.add(context.WithCancelCause(parent))
		}
	case "chain":
		for range r.Count {
			var cancel context.CancelCauseFunc
			parent, cancel = context.WithCancelCause(parent)
			p.add(parent, cancel)
		}
	case "withDeadline":
		p.addTimed(context.WithDeadlineCause(parent, p.moment(r.Ticks), p.cause(r.Cause)))
	case "withTimeout":
		p.addTimed(context.WithTimeoutCause(parent, duration(r.Ticks), p.cause(r.Cause)))
	case "withValue":
		p.add(context.WithValue(parent, keys[r.Key], r.Value), nil)
	case "layers":
		for range r.Count {
			parent = context.WithValue(parent, keys[r.Key], r.Value)
			p.add(parent, nil)
		}
	case "withoutCancel":
		p.add(context.WithoutCancel(parent), nil)
	case "foreign":
		p.add(wrap(parent, r.Shape, strconv.Itoa(len(p.contexts))), nil)
	case "cancel":
		p.cancel(r.Context, r.Cause)
	case "afterFunc":
		p.stops = append(p.stops, context.AfterFunc(parent, func() { p.called(parent, r.Callback) }))
	case "stop":
		stopped := p.stops[r.Registration]()
		return &stopped
	case "advance":
		time.Sleep(duration(r.Ticks))
		synctest.Wait()
	}
	return nil
}

// add gives a context the next number.
func (p *program) add(c context.Context, cancel context.CancelCauseFunc) {
	p.cancels[len(p.contexts)] = cancel
	p.contexts = append(p.contexts, c)
}

// addTimed adds a context with a deadline. Its cancel function takes no cause, so it gets a child whose cancel function
// does, as in Go programs. The two have one number.
func (p *program) addTimed(timed context.Context, cancel context.CancelFunc) {
	p.timed[len(p.contexts)] = cancel
	p.timers = append(p.timers, timed)
	p.add(context.WithCancelCause(timed))
}

func (p *program) cancel(i int, cause string) {
	plain, timed := p.timed[i]
	if cause != "" || !timed {
		p.cancels[i](p.cause(cause))
	}
	if timed {
		plain()
	}
}

// cause returns the error with a label: within a program, the same error for the same label.
func (p *program) cause(label string) error {
	if label == "" || label == "null" {
		return nil
	}
	if p.causes[label] == nil {
		p.causes[label] = errors.New(label)
	}
	return p.causes[label]
}

// duration returns the duration of a number of ticks, or the greatest or least duration if that is out of range.
func duration(ticks int64) time.Duration {
	const most = 1<<63 - 1
	if ticks > most/int64(time.Millisecond) {
		return most
	} else if ticks < -most/int64(time.Millisecond) {
		return -most
	}
	return time.Duration(ticks) * time.Millisecond
}

// moment returns the time at a tick. The farthest times are farther away than any duration.
func (p *program) moment(ticks int64) time.Time {
	if d := duration(ticks); d != 1<<63-1 && d != -(1<<63-1) {
		return p.start.Add(d)
	} else if d > 0 {
		return time.Unix(1<<60, 0)
	}
	return time.Unix(-1<<60, 0)
}

// called records a run of a callback.
func (p *program) called(c context.Context, callback int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.log = append(p.log, callbackRun{callback, isDone(c), c.Err() != nil, insideStep()})
}

// insideStep reports whether it runs on the goroutine of a step.
func insideStep() bool {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for frame, more := frames.Next(); ; frame, more = frames.Next() {
		if strings.HasSuffix(frame.Function, "(*program).step") {
			return true
		} else if !more {
			return false
		}
	}
}

func isDone(c context.Context) bool {
	select {
	case <-c.Done():
		return true
	default:
		return false
	}
}

// done returns those of the given contexts that are done.
func (p *program) done(look []int) (done []int) {
	for _, i := range look {
		if isDone(p.contexts[i]) {
			done = append(done, i)
		}
	}
	return done
}

// read adds to an answer the callbacks that ran, the given contexts and the pending timers.
func (p *program) read(read []int, a *answer) {
	p.mu.Lock()
	a.Ran, p.log = p.log, nil
	p.mu.Unlock()
	if len(read) == 0 {
		return
	}
	watchers := p.watchers()
	for _, i := range read {
		a.Contexts = append(a.Contexts, p.reading(i, watchers))
	}
	for _, c := range p.timers {
		if timer := field(c, "timer"); timer.IsValid() && !timer.IsNil() {
			a.Timers++
		}
	}
}

func (p *program) reading(i int, watchers map[string]int) reading {
	c := p.contexts[i]
	done := c.Done()
	if _, seen := p.dones[i]; !seen {
		p.dones[i] = done
	}
	r := reading{Err: errName(c.Err()), Cause: p.causeName(c), SameDone: p.dones[i] == done, Held: held(c)}
	if deadline, ok := c.Deadline(); ok {
		ticks := float64(deadline.Sub(p.start)) / float64(time.Millisecond)
		r.Deadline = &ticks
	}
	for _, key := range keys {
		value, _ := c.Value(key).(*string)
		r.Values = append(r.Values, value)
	}
	r.Attached = attached(c, watchers)
	return r
}

// errName returns the name of an error in the protocol.
func errName(err error) *string {
	var name string
	switch err {
	case nil:
		return nil
	case context.Canceled:
		name = "cancelled"
	case context.DeadlineExceeded:
		name = "deadline exceeded"
	default:
		name = err.Error()
	}
	return &name
}

// causeName returns the label of the cause of a context.
func (p *program) causeName(c context.Context) *string {
	cause := context.Cause(c)
	if cause == nil {
		return nil
	}
	name := "err"
	if cause != c.Err() {
		name = "unknown"
	}
	for label, given := range p.causes {
		if given == cause {
			name = label
		}
	}
	return &name
}

// field returns an unexported field of a built-in context that can be cancelled, or the zero Value for another context.
func field(c context.Context, name string) reflect.Value {
	v := reflect.ValueOf(c)
	if v.Kind() != reflect.Pointer || v.Type().Elem().PkgPath() != "context" || v.Elem().Kind() != reflect.Struct {
		return reflect.Value{}
	}
	if _, ok := c.(interface{ AfterFunc(func()) func() bool }); ok {
		return reflect.Value{}
	}
	if cancelable := v.Elem().FieldByName("children"); !cancelable.IsValid() {
		return reflect.Value{}
	}
	return v.Elem().FieldByName(name)
}

// held returns the number of children and callbacks of a context, or nil if that cannot be read.
func held(c context.Context) *int {
	count := 0
	if children := field(c, "children"); children.IsValid() {
		count = children.Len()
	} else if _, foreign := c.(foreignContext); foreign || c.Done() != nil {
		return nil
	}
	return &count
}

// A foreignContext is another implementation of context.Context, around another context. To learn of its end, it
// registers with its core: the innermost context that is not foreign.
type foreignContext interface {
	context.Context
	core() context.Context
}

// sharing has the done channel of the context inside.
type sharing struct{ context.Context }

// own has its own done channel, a new one at each call, and has to be watched by a goroutine.
type own struct {
	context.Context
	name string
}

// hook has its own done channel and a method AfterFunc.
type hook struct {
	context.Context
	attached atomic.Int64
}

// An ownKey finds the nearest context of type own.
type ownKey struct{}

// innermost returns the core of a foreign context, and any other context itself.
func innermost(c context.Context) context.Context {
	if f, ok := c.(foreignContext); ok {
		return f.core()
	}
	return c
}

func (s sharing) core() context.Context { return innermost(s.Context) }
func (o *own) core() context.Context    { return innermost(o.Context) }
func (h *hook) core() context.Context   { return innermost(h.Context) }

// wrap returns a foreign context around another context.
func wrap(inner context.Context, shape, name string) context.Context {
	switch shape {
	case "own":
		return &own{inner, name}
	case "hook":
		return &hook{Context: inner}
	}
	return sharing{inner}
}

// follow returns a channel that closes soon after another, or nil for nil.
func follow(other <-chan struct{}) <-chan struct{} {
	if other == nil {
		return nil
	}
	follower := make(chan struct{})
	select {
	case <-other:
		close(follower)
	default:
		go func() {
			<-other
			close(follower)
		}()
	}
	return follower
}

func (o *own) Done() <-chan struct{} { return follow(o.core().Done()) }

func (o *own) Value(key any) any {
	if key == (ownKey{}) {
		return o
	}
	return o.Context.Value(key)
}

func (h *hook) Done() <-chan struct{} { return follow(h.core().Done()) }

// Value hides an own context above: the contexts below a hook are not watched for it.
func (h *hook) Value(key any) any {
	if key == (ownKey{}) {
		return nil
	}
	return h.Context.Value(key)
}

func (h *hook) AfterFunc(f func()) func() bool {
	h.attached.Add(1)
	stop := context.AfterFunc(h.core(), func() {
		h.attached.Add(-1)
		f()
	})
	return func() bool {
		stopped := stop()
		if stopped {
			h.attached.Add(-1)
		}
		return stopped
	}
}

// attached returns the number of callbacks or watching goroutines of a foreign context, or nil for another context.
func attached(c context.Context, watchers map[string]int) *int {
	var count int
	switch f := c.(type) {
	case sharing:
	case *own:
		count = watchers[f.name]
	case *hook:
		count = int(f.attached.Load())
	default:
		return nil
	}
	return &count
}

var owner = regexp.MustCompile(`^(\d+) @.*\n# labels: \{"owner":"(\d+)"\}`)

// watchers counts the goroutines that package context has started to watch foreign contexts, by the name of the context.
func (p *program) watchers() map[string]int {
	watchers := map[string]int{}
	if !slices.ContainsFunc(p.contexts, func(c context.Context) bool { _, ok := c.(*own); return ok }) {
		return watchers
	}
	var text bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&text, 1)
	for _, goroutines := range strings.Split(text.String(), "\n\n") {
		match := owner.FindStringSubmatch(goroutines)
		if match != nil && strings.Contains(goroutines, "context.(*cancelCtx).propagateCancel") {
			count, _ := strconv.Atoi(match[1])
			watchers[match[2]] += count
		}
	}
	return watchers
}
