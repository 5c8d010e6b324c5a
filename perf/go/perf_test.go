// Go's own context under the benchmarks of the report: by the same names, with the same parameters. Times are those
// that a goroutine spends on an operation, so what two do at once is told for each of them.
package perf

import (
	"context"
	"fmt"
	"math/rand"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const hour = time.Hour

// What a benchmark computes goes here, so that it is not left out.
var sink any

var sizes = []int{1, 10, 100, 1000, 10000, 100000, 1000000}

func named(name string, value any) string { return fmt.Sprintf("%s=%v", name, value) }

// parallel runs the operation in two goroutines, and tells what each of them spends on one.
func parallel(b *testing.B, op func()) {
	parallelWith(b, func() func() { return op })
}

// parallelWith makes an operation for each of the two.
func parallelWith(b *testing.B, own func() func()) {
	b.ResetTimer()
	start := time.Now()
	var both sync.WaitGroup
	for g := 0; g < 2; g++ {
		both.Add(1)
		go func() {
			defer both.Done()
			op := own()
			for i := 0; i < b.N; i++ {
				op()
			}
		}()
	}
	both.Wait()
	b.ReportMetric(float64(time.Since(start).Nanoseconds())/float64(b.N), "ns/op")
}

func alone(b *testing.B, op func()) {
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		op()
	}
}

// parents gives, for each node of a tree, the one that it is below of.
func parents(shape string, size int) []int {
	random := rand.New(rand.NewSource(7))
	of := make([]int, size)
	for node := 1; node < size; node++ {
		switch {
		case shape == "star":
			of[node] = 0
		case shape == "chain", shape == "comb" && node%2 == 1:
			of[node] = node - 1
		case shape == "comb":
			of[node] = node - 2
		default:
			of[node] = random.Intn(node)
		}
	}
	return of
}

func leaves(parents []int) []int {
	inner := make([]bool, len(parents))
	for _, parent := range parents[1:] {
		inner[parent] = true
	}
	var found []int
	for node := range parents {
		if !inner[node] {
			found = append(found, node)
		}
	}
	return found
}

type tree struct {
	nodes  []context.Context
	cancel context.CancelFunc
}

func build(parents []int) tree {
	nodes := make([]context.Context, len(parents))
	top, cancel := context.WithCancel(context.Background())
	nodes[0] = top
	for node := 1; node < len(parents); node++ {
		nodes[node], _ = context.WithCancel(nodes[parents[node]])
	}
	return tree{nodes, cancel}
}

func (t tree) end(leaves []int) {
	t.cancel()
	ended := 0
	for _, leaf := range leaves {
		if t.nodes[leaf].Err() != nil {
			ended++
		}
	}
	sink = ended
}

func BenchmarkPropagation(b *testing.B) {
	for _, op := range []string{"cancel", "buildAndCancel"} {
		for _, shape := range []string{"star", "chain", "comb", "random"} {
			for _, size := range sizes {
				b.Run(op+"/"+named("shape", shape)+"/"+named("size", size), func(b *testing.B) {
					propagate(b, op == "buildAndCancel", parents(shape, size))
				})
			}
		}
	}
}

func propagate(b *testing.B, building bool, parents []int) {
	leaves := leaves(parents)
	trees := max(1, 100000/len(parents))
	standing := make([]tree, trees)
	var spent time.Duration
	for i := 0; i < b.N; i++ {
		if !building {
			for t := range standing {
				standing[t] = build(parents)
			}
		}
		start := time.Now()
		for t := range standing {
			if building {
				build(parents).end(leaves)
			} else {
				standing[t].end(leaves)
			}
		}
		spent += time.Since(start)
	}
	b.ReportMetric(float64(spent.Nanoseconds())/float64(b.N*trees*len(parents)), "nodes")
}

func BenchmarkLife(b *testing.B) {
	below := func(parent context.Context) func() {
		return func() {
			child, cancel := context.WithCancel(parent)
			runtime.KeepAlive(child)
			cancel()
		}
	}
	for _, siblings := range []int{0, 1000, 1000000} {
		b.Run("createAndCancel/"+named("siblings", siblings), func(b *testing.B) {
			alone(b, below(crowded(siblings)))
		})
		b.Run("ByTwo/createAndCancel/"+named("siblings", siblings), func(b *testing.B) {
			parallel(b, below(crowded(siblings)))
		})
	}
	b.Run("BelowRoot/createAndCancel", func(b *testing.B) { alone(b, below(context.Background())) })
}

func crowded(siblings int) context.Context {
	parent, _ := context.WithCancel(context.Background())
	for i := 0; i < siblings; i++ {
		_, _ = context.WithCancel(parent)
	}
	return parent
}

func BenchmarkCallbacks(b *testing.B) {
	ctx, _ := context.WithCancel(context.Background())
	op := func() { context.AfterFunc(ctx, func() {})() }
	b.Run("registerAndStop", func(b *testing.B) { alone(b, op) })
	b.Run("ByTwo/registerAndStop", func(b *testing.B) { parallel(b, op) })
}

// standing sets time limits, and gives what takes them back.
func standing(number int) func() {
	cancels := make([]context.CancelFunc, number)
	for i := range cancels {
		_, cancels[i] = context.WithTimeout(context.Background(), hour)
	}
	return func() {
		for _, cancel := range cancels {
			cancel()
		}
	}
}

func BenchmarkTimers(b *testing.B) {
	op := func() {
		_, cancel := context.WithTimeout(context.Background(), hour)
		cancel()
	}
	for _, number := range []int{40, 4000, 400000} {
		b.Run("timeoutAndCancel/"+named("standing", number), func(b *testing.B) {
			defer standing(number)()
			alone(b, op)
		})
		b.Run("ByTwo/timeoutAndCancel/"+named("standing", number), func(b *testing.B) {
			defer standing(number)()
			parallel(b, op)
		})
	}
}

func BenchmarkExpiry(b *testing.B) {
	for _, spread := range []int{0, 1000} {
		b.Run("expire/"+named("spread", spread), func(b *testing.B) {
			var late []float64
			for i := 0; i < b.N; i++ {
				late = append(late, expire(time.Duration(spread)*time.Millisecond)...)
			}
			percentiles(b, late)
		})
	}
}

func expire(spread time.Duration) []float64 {
	const timers = 100000
	random := rand.New(rand.NewSource(11))
	late := make([]float64, timers)
	var open sync.WaitGroup
	open.Add(timers)
	first := time.Now().Add(400 * time.Millisecond)
	for i := range late {
		due := first.Add(time.Duration(random.Float64() * float64(spread)))
		ctx, _ := context.WithDeadline(context.Background(), due)
		context.AfterFunc(ctx, func() {
			late[i] = float64(time.Since(due))
			open.Done()
		})
	}
	open.Wait()
	return late
}

func percentiles(b *testing.B, nanos []float64) {
	sort.Float64s(nanos)
	for name, share := range map[string]float64{"p50": 0.5, "p90": 0.9, "p99": 0.99, "p999": 0.999, "p100": 1} {
		at := int(share*float64(len(nanos))+0.999999) - 1
		b.ReportMetric(nanos[max(0, min(at, len(nanos)-1))], name)
	}
}

func BenchmarkReads(b *testing.B) {
	for _, state := range []string{"live", "ended"} {
		parent, cancel := context.WithCancel(context.Background())
		ctx, _ := context.WithCancel(parent)
		if state == "ended" {
			cancel()
		}
		reads := map[string]func(){
			"err":   func() { sinkIf(ctx.Err() == context.DeadlineExceeded) },
			"cause": func() { sinkIf(context.Cause(ctx) == context.DeadlineExceeded) },
			"done": func() {
				select {
				case <-ctx.Done():
					sinkIf(state == "live")
				default:
					sinkIf(state == "ended")
				}
			},
		}
		for name, read := range reads {
			b.Run(name+"/"+named("state", state), func(b *testing.B) { alone(b, read) })
			b.Run("ByTwo/"+name+"/"+named("state", state), func(b *testing.B) { parallel(b, read) })
		}
	}
	limited, _ := context.WithTimeout(context.Background(), hour)
	deadline := func() {
		_, has := limited.Deadline()
		sinkIf(!has)
	}
	b.Run("Deadlines/deadline", func(b *testing.B) { alone(b, deadline) })
	b.Run("DeadlinesByTwo/deadline", func(b *testing.B) { parallel(b, deadline) })
	b.Run("BesideCancel/besideCancel", besideCancel)
}

// sinkIf keeps a read alive; what it is asked never holds.
func sinkIf(never bool) {
	if never {
		panic("a context is not in the state that it was put in")
	}
}

func besideCancel(b *testing.B) {
	parent, _ := context.WithCancel(context.Background())
	ctx, _ := context.WithCancel(parent)
	var over atomic.Bool
	var writer sync.WaitGroup
	writer.Add(1)
	go func() {
		defer writer.Done()
		for !over.Load() {
			sibling, cancel := context.WithCancel(parent)
			for i := 0; i < 100; i++ {
				_, _ = context.WithCancel(sibling)
			}
			cancel()
		}
	}()
	start := time.Now()
	for i := 0; i < b.N; i++ {
		sinkIf(ctx.Err() != nil)
	}
	b.ReportMetric(float64(time.Since(start).Nanoseconds())/float64(b.N), "read")
	over.Store(true)
	writer.Wait()
}

type key int

func layers(number int) context.Context {
	ctx := context.Background()
	for i := 0; i < number; i++ {
		ctx = context.WithValue(ctx, key(i), "value")
	}
	return ctx
}

func BenchmarkValues(b *testing.B) {
	for _, number := range []int{1, 10, 100, 1000} {
		ctx := layers(number)
		var outermost, unbound any = key(0), key(-1)
		b.Run("hit/"+named("layers", number), func(b *testing.B) {
			alone(b, func() { sinkIf(ctx.Value(outermost) == nil) })
		})
		b.Run("miss/"+named("layers", number), func(b *testing.B) {
			alone(b, func() { sinkIf(ctx.Value(unbound) != nil) })
		})
	}
}

func BenchmarkWakeUp(b *testing.B) {
	for _, depth := range []int{1, 10, 100, 1000} {
		for _, waiters := range []int{1, 10, 100, 1000} {
			name := "cancel/" + named("depth", depth) + "/threads=platform/" + named("waiters", waiters)
			b.Run(name, func(b *testing.B) {
				nanos := make([]float64, b.N)
				for i := range nanos {
					nanos[i] = wakeUp(depth, waiters)
				}
				percentiles(b, nanos)
			})
		}
	}
}

func wakeUp(depth, waiters int) float64 {
	top, cancel := context.WithCancel(context.Background())
	bottom := top
	for i := 1; i < depth; i++ {
		bottom, _ = context.WithCancel(bottom)
	}
	var waiting, woken atomic.Int64
	for i := 0; i < waiters; i++ {
		go func() {
			waiting.Add(1)
			<-bottom.Done()
			woken.Add(1)
		}()
	}
	for waiting.Load() < int64(waiters) {
		runtime.Gosched()
	}
	time.Sleep(50 * time.Microsecond) // Between the count and the channel, nothing tells that a goroutine is parked.
	start := time.Now()
	cancel()
	for woken.Load() < int64(waiters) {
		runtime.Gosched()
	}
	return float64(time.Since(start))
}

func BenchmarkMemory(b *testing.B) {
	parent, _ := context.WithCancel(context.Background())
	kinds := map[string]func() any{
		"withCancel":    func() any { ctx, _ := context.WithCancel(parent); return ctx },
		"withTimeout":   func() any { ctx, _ := context.WithTimeout(parent, hour); return ctx },
		"withValue":     func() any { return context.WithValue(parent, key(0), "value") },
		"withoutCancel": func() any { return context.WithoutCancel(parent) },
		"callback":      func() any { return context.AfterFunc(parent, func() {}) },
	}
	for name, kind := range kinds {
		b.Run(name, func(b *testing.B) {
			const many = 100000
			made := make([]any, many)
			before := used()
			for i := range made {
				made[i] = kind()
			}
			b.ReportMetric(float64(used()-before)/many, "bytes")
			runtime.KeepAlive(made)
		})
	}
}

func BenchmarkHeap(b *testing.B) {
	lives := map[string]func(parent context.Context){
		"ofChildren": func(parent context.Context) {
			_, cancel := context.WithCancel(parent)
			cancel()
		},
		"ofChildrenWithCallbacks": func(parent context.Context) {
			child, cancel := context.WithCancel(parent)
			context.AfterFunc(child, func() {})
			cancel()
		},
	}
	for name, live := range lives {
		b.Run(name, func(b *testing.B) {
			const children = 1000000
			parent, cancel := context.WithCancel(context.Background())
			before := used()
			for i := 0; i < children; i++ {
				live(parent)
			}
			b.ReportMetric(max(0, float64(used()-before)/children), "bytes")
			cancel()
		})
	}
}

func used() int64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}
