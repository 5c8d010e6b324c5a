package perf

import (
	"context"
	"math/rand"
	"sync"
	"testing"
	"time"
)

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

// standing sets time limits and returns a function that cancels them.
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

// expire lets 100,000 time limits run out and returns by how many nanoseconds each was late.
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
