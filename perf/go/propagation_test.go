package perf

import (
	"context"
	"math/rand"
	"testing"
	"time"
)

var sizes = []int{1, 10, 100, 1000, 10000, 100000, 1000000}

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

// parents returns the parent of each node of a tree; node 0 is the top.
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

// leaves returns the nodes that have no children.
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
