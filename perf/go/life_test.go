package perf

import (
	"context"
	"runtime"
	"testing"
)

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

// crowded returns a parent that has live children.
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
