package sim

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/signal"
)

// The same seed gives the same bits and the same events, whatever the number of
// workers; another seed gives others.
func TestWorkersDoNotChangeTheResult(t *testing.T) {
	steps := months(1)
	one := must(New(busy(), plate(64), 1, Options{Workers: 1}))
	want := run(t, one, steps)
	require.Greater(t, len(one.shards), 1, "there must be shards to share")
	for _, workers := range []int{2, 3} {
		m := must(New(busy(), plate(64), 1, Options{Workers: workers}))
		require.Equal(t, want.events, run(t, m, steps).events, "%d workers", workers)
		require.Equal(t, hash(t, one), hash(t, m), "%d workers", workers)
	}
	other := must(New(busy(), plate(64), 2, Options{Workers: 1}))
	run(t, other, steps)
	require.NotEqual(t, hash(t, one), hash(t, other))
}

// The number of workers may change on the way.
func TestConfigureDoesNotChangeTheResult(t *testing.T) {
	a := must(New(busy(), plate(64), 1, Options{Workers: 1}))
	b := must(New(busy(), plate(64), 1, Options{Workers: 3}))
	for n := range 6 {
		b.Configure(Options{Workers: 1 + n%3, Check: n%2 == 0})
		run(t, a, 20)
		run(t, b, 20)
		require.Equal(t, hash(t, a), hash(t, b))
	}
}

// A run that is stored and taken up again goes on as if nothing had been, bit for
// bit, from any step; so does one that is stored twice.
func TestRestoreContinuesAsIfUninterrupted(t *testing.T) {
	lengthy(t)
	m := must(New(busy(), plate(64), 1, Options{Workers: 2}))
	for _, steps := range []int{0, 1, 37, 60} { // 37 is not a whole day
		run(t, m, steps)
		state, err := m.MarshalBinary()
		require.NoError(t, err)
		again, err := Restore(busy(), state, Options{Workers: 1, Check: true})
		require.NoError(t, err)
		require.Equal(t, hash(t, m), hash(t, again))
		require.Equal(t, m.View().Tick(), again.View().Tick())
		require.Equal(t, m.View().Counts(), again.View().Counts())
		require.Equal(t, m.View().Tissue().Totals(), again.View().Tissue().Totals())
		require.Equal(t, m.View().Sinusoids(), again.View().Sinusoids())
		for s := range signal.Count {
			require.Equal(t, m.View().Ledger(s), again.View().Ledger(s))
		}
		want := run(t, m, 40).events
		require.Equal(t, want, run(t, again, 40).events)
		require.Equal(t, hash(t, m), hash(t, again), "40 steps after step %d", m.View().Tick()-40)
	}
}

// The hash is a function of the state and of all of it.
func TestHashSeesEveryPartOfTheState(t *testing.T) {
	p := busy()
	p.Solver.Coarsen = 1 // what readers see of a signal is then the state itself
	m := must(New(p, plate(32), 1, Options{}))
	run(t, m, 3)
	was := hash(t, m)
	require.Equal(t, was, hash(t, m))
	tissue := m.tissue
	for n, plane := range [][]float32{tissue.Bone, tissue.Osteoid, tissue.Mineral, tissue.Born, tissue.Batch, tissue.Begun, tissue.Laid, tissue.TGFb, tissue.IGF1, tissue.Bisphosphonate,
		tissue.Damage, tissue.Label1, tissue.Label2, tissue.Lost, tissue.Cement, tissue.Floor, tissue.Mark,
		tissue.Since, m.solver.Values(signal.RANKL)} {
		old := plane[300]
		plane[300] = old + 0.25
		require.NotEqual(t, was, hash(t, m), "plane %d", n)
		plane[300] = old
	}
	m.tissue.Face[300] ^= 1
	require.NotEqual(t, was, hash(t, m))
	m.tissue.Face[300] ^= 1
	m.cells[0].Dir++
	require.NotEqual(t, was, hash(t, m))
	m.cells[0].Dir--
	m.nextID++
	require.NotEqual(t, was, hash(t, m))
	m.nextID--
	require.Equal(t, was, hash(t, m))
}

// A state that has been cut short, wherever, or that goes on too long, is refused
// with an error; nothing panics.
func TestRestoreRefusesABrokenState(t *testing.T) {
	lengthy(t)
	m := must(New(busy(), plate(16), 1, Options{}))
	run(t, m, 12)
	state, err := m.MarshalBinary()
	require.NoError(t, err)
	for n := 0; n < len(state); n += 1 + n/61 { // every byte at first, ever coarser later
		_, err := Restore(busy(), state[:n], Options{})
		require.ErrorContains(t, err, "state", "%d of %d bytes", n, len(state))
	}
	for n := 1; n < 200; n++ {
		_, err := Restore(busy(), state[:len(state)-n], Options{})
		require.Error(t, err, "%d bytes missing", n)
	}
	_, err = Restore(busy(), append(state[:len(state):len(state)], 0), Options{})
	require.Error(t, err)
	_, err = Restore(busy(), nil, Options{})
	require.Error(t, err)
}

// A size that does not fit the bytes is refused before any memory is taken.
func TestRestoreRefusesAnImpossibleSize(t *testing.T) {
	m := must(New(busy(), plate(16), 1, Options{}))
	state, err := m.MarshalBinary()
	require.NoError(t, err)
	for _, at := range []int{0, 8} { // width, height
		for _, v := range []byte{0, 0xff} {
			bad := append([]byte(nil), state...)
			for b := range 4 {
				bad[at+b] = v
			}
			_, err := Restore(busy(), bad, Options{})
			require.ErrorContains(t, err, "state: size")
		}
	}
}

// A byte that has turned anywhere gives an error or another state, never a panic.
func TestRestoreBearsTurnedBytes(t *testing.T) {
	lengthy(t)
	m := must(New(busy(), plate(16), 1, Options{}))
	run(t, m, 12)
	state, err := m.MarshalBinary()
	require.NoError(t, err)
	for n := range 1500 {
		bad := append([]byte(nil), state...)
		bad[n*7919%len(bad)] ^= byte(1 << (n % 8))
		require.NotPanics(t, func() { _, _ = Restore(busy(), bad, Options{}) })
	}
	bad := append([]byte(nil), state...)
	bad[15] = 0x40 // a height of 2^62: the number of pixels overflows
	_, err = Restore(busy(), bad, Options{})
	require.ErrorContains(t, err, "state: size")
	m.cells[0].Kind = agents.KindCount
	bad, err = m.MarshalBinary()
	require.NoError(t, err)
	_, err = Restore(busy(), bad, Options{})
	require.ErrorContains(t, err, fmt.Sprintf("state: cell 1 of kind %d", agents.KindCount))
}

// Founders and vessels are where they belong, and as many as the parameters say.
func TestNewPopulates(t *testing.T) {
	p := busy()
	m := must(New(p, plate(128), 1, Options{}))
	v := m.View()
	counts := v.Counts()
	for _, k := range []agents.Kind{agents.Progenitor, agents.LiningCell, agents.Osteocyte, agents.Precursor} {
		require.Positive(t, counts[k], "%s", k)
	}
	require.Zero(t, counts[agents.Osteoclast]+counts[agents.Osteoblast]+counts[agents.Reversal])
	require.Zero(t, v.Tick())
	require.Zero(t, v.Time())
	require.Empty(t, v.Events())
	require.NoError(t, m.Check())
	require.NotEmpty(t, v.Sinusoids())
	for _, i := range v.Sinusoids() {
		m.env.Disc(i, p.Marrow.Clearance, func(j int32, _ float64) { require.False(t, v.Tissue().Solid(int(j))) })
	}
	p.Marrow.Sinusoids = 0
	require.Empty(t, must(New(p, plate(64), 1, Options{})).View().Sinusoids())
}
