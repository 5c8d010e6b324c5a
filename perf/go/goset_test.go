package perf

import (
	"context"
	"testing"
)

// BenchmarkGoSet holds the benchmarks that Go has for its own context, under their names and with their parameters.
func BenchmarkGoSet(b *testing.B) {
	live, _ := context.WithCancel(context.Background())
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	err := func(ctx context.Context) func() {
		return func() { sinkIf(ctx.Err() == context.DeadlineExceeded) }
	}
	b.Run("errOK", func(b *testing.B) { alone(b, err(live)) })
	b.Run("errCanceled", func(b *testing.B) { alone(b, err(ended)) })
	b.Run("checkCanceledErr", func(b *testing.B) { alone(b, err(ended)) })
	b.Run("checkCanceledDone", func(b *testing.B) { alone(b, func() { sinkIf(!isDone(ended)) }) })
	b.Run("errOKParallel", func(b *testing.B) { parallel(b, err(live)) })
	b.Run("errCanceledParallel", func(b *testing.B) { parallel(b, err(ended)) })
	b.Run("contextCancelDone", func(b *testing.B) { parallel(b, func() { sinkIf(isDone(live)) }) })
	b.Run("errCanceledParallelDistinct", distinct)
	b.Run("Common/commonParentCancel", commonParentCancel)
	for _, concurrency := range []int{40, 4000, 400000} {
		b.Run("Timeouts/withTimeout/"+named("concurrency", concurrency), func(b *testing.B) {
			defer standing(concurrency)()
			parallel(b, func() {
				_, cancel := context.WithTimeout(context.Background(), hour)
				cancel()
			})
		})
	}
	for _, depth := range []int{1, 10, 100, 1000} {
		for _, root := range []string{"Background", "OpenCanceler", "ClosedCanceler"} {
			b.Run("Tree/cancelTree/"+named("depth", depth)+"/"+named("root", root), func(b *testing.B) {
				cancelTree(b, depth, root)
			})
		}
	}
	for _, depth := range []int{10, 20, 30, 50, 100} {
		ctx := layers(depth)
		var unbound any = key(-1)
		b.Run("Deep/deepValueSameGoRoutine/"+named("depth", depth), func(b *testing.B) {
			alone(b, func() { sinkIf(ctx.Value(unbound) != nil) })
		})
		b.Run("Deep/deepValueNewGoRoutine/"+named("depth", depth), func(b *testing.B) {
			alone(b, func() {
				found := make(chan any)
				go func() { found <- ctx.Value(unbound) }()
				sinkIf(<-found != nil)
			})
		})
	}
}

// isDone reads the channel of a context without waiting.
func isDone(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return true
	default:
		return false
	}
}

// distinct reads, in each goroutine, a context of its own.
func distinct(b *testing.B) {
	contexts := make(chan context.Context, 2)
	for i := 0; i < 2; i++ {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		contexts <- ctx
	}
	parallelWith(b, func() func() {
		own := <-contexts
		return func() { sinkIf(own.Err() == nil) }
	})
}

// commonParentCancel makes a child of a shared parent, looks up a value, and works before and after the cancel.
func commonParentCancel(b *testing.B) {
	root := context.WithValue(context.Background(), key(0), "shared")
	shared, _ := context.WithCancel(root)
	parallel(b, func() {
		child, cancel := context.WithCancel(shared)
		sinkIf(child.Value(key(0)) == nil)
		work()
		cancel()
		work()
	})
}

// work keeps the processor busy for a short time.
func work() {
	sum := 0
	for i := 0; i < 100; i++ {
		sum += i
	}
	sinkIf(sum < 0)
}

// cancelTree builds a chain below the given kind of root, cancels its top and reads its bottom.
func cancelTree(b *testing.B, depth int, root string) {
	below := context.Background()
	if root != "Background" {
		ctx, cancel := context.WithCancel(below)
		below = ctx
		if root == "ClosedCanceler" {
			cancel()
		}
	}
	alone(b, func() {
		top, cancel := context.WithCancel(below)
		bottom := top
		for level := 1; level < depth; level++ {
			bottom, _ = context.WithCancel(bottom)
		}
		cancel()
		sinkIf(bottom.Err() == nil)
	})
}
