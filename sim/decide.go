package sim

import (
	"sync"

	"trabecula/agents"
)

// shardSize is the number of cells that share one list of intents. It is fixed,
// so that lists, and with them the order of conflicts, do not depend on workers.
const shardSize = 256

// decide lets every cell, and the circulation at every sinusoid, state its
// intents. Workers take shards as they come; no shard sees another's.
func (m *Model) decide() {
	n := (len(m.cells)+shardSize-1)/shardSize + 1 // the last is the circulation
	for len(m.shards) < n {
		m.shards = append(m.shards, agents.Intents{})
	}
	m.shards = m.shards[:n]
	m.next = append(m.next[:0], m.cells...)
	for i := range m.shards {
		m.shards[i].Reset(m.next)
	}
	m.each(n, func(shard int) {
		if shard == n-1 {
			m.circulate(&m.shards[shard])
		} else {
			m.act(shard*shardSize, min((shard+1)*shardSize, len(m.cells)), &m.shards[shard])
		}
	})
}

// each calls work for 0..n-1, worker w taking every workers-th.
func (m *Model) each(n int, work func(i int)) {
	var wait sync.WaitGroup
	for w := 1; w < m.workers; w++ {
		wait.Go(func() {
			for i := w; i < n; i += m.workers {
				work(i)
			}
		})
	}
	for i := 0; i < n; i += m.workers {
		work(i)
	}
	wait.Wait()
}

// act runs the rules of a range of cells.
func (m *Model) act(from, to int, out *agents.Intents) {
	for slot := from; slot < to; slot++ {
		c := m.cells[slot]
		r := m.stream(c.ID, purposeAct)
		out.Begin(int32(slot))
		m.rules[c.Kind].Act(m.env, c, &r, out)
	}
}

// circulate runs the entry rules at every sinusoid.
func (m *Model) circulate(out *agents.Intents) {
	out.Begin(-1)
	for i, site := range m.sites {
		r := m.stream(uint64(i), purposeEnter)
		for k := range m.rules {
			if enter := m.rules[k].Enter; enter != nil {
				enter(m.env, site, &r, out)
			}
		}
	}
}
