package validate

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// card is everything that scoring says, to compare it.
func card(t *testing.T, l *Library, trials *Trials) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, WriteCSV(&b, l.Score(trials)))
	return b.String()
}

func kept(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	names, err := filepath.Glob(filepath.Join(dir, "runs", "*"))
	require.NoError(t, err)
	for _, n := range names {
		data, err := os.ReadFile(n)
		require.NoError(t, err)
		found[filepath.Base(n)] = string(data)
	}
	return found
}

func TestWorkersAndResumeChangeNothing(t *testing.T) {
	l, ctx := tiny(t), context.Background()
	whole := t.TempDir()
	trials, err := l.Run(ctx, Options{Dir: whole, Program: "p", Seeds: 2, Workers: 1})
	require.NoError(t, err)
	want, files := card(t, l, trials), kept(t, whole)
	require.Len(t, files, 4)

	// Killed: the context ends after the second run, as a signal would end it.
	broken := t.TempDir()
	stopping, stop := context.WithCancel(ctx)
	trials, err = l.Run(stopping, Options{Dir: broken, Program: "p", Seeds: 2, Workers: 1, Report: func(p Progress) {
		if p.Done == 2 {
			stop()
		}
	}})
	require.ErrorIs(t, err, context.Canceled)
	require.Len(t, kept(t, broken), 2)
	for _, s := range l.Score(trials) {
		require.Equal(t, 1, s.N, "both arms have their first seed before any has its second")
	}

	// A torn file, as of a disk that filled up, is no run.
	for name := range kept(t, broken) {
		require.NoError(t, os.WriteFile(filepath.Join(broken, "runs", name), []byte("time_d,bmd_tv\n0,\"1"), 0o644))
		break
	}
	done, again := 0, 0
	trials, err = l.Run(ctx, Options{Dir: broken, Program: "p", Seeds: 2, Workers: 3, Report: func(p Progress) {
		done++
		if !p.Kept {
			again++
		}
	}})
	require.NoError(t, err)
	require.Equal(t, []int{4, 3}, []int{done, again}, "what was finished is not done again")
	require.Equal(t, files, kept(t, broken))
	require.Equal(t, want, card(t, l, trials))

	saved, err := l.Run(ctx, Options{Dir: broken, Program: "p", Seeds: 2, Saved: true})
	require.NoError(t, err)
	require.Equal(t, want, card(t, l, saved), "what is read is what was run")
	for _, other := range []Options{{Dir: broken, Program: "q", Seeds: 2, Saved: true}, {Dir: t.TempDir(), Program: "p", Seeds: 2, Saved: true}} {
		none, err := l.Run(ctx, other)
		require.NoError(t, err)
		require.Empty(t, none.courses, "runs of another program are not used")
	}
	l.Set = []string{"cells.osteoclast.rate=40 um^2/d"}
	none, err := l.Run(ctx, Options{Dir: broken, Program: "p", Seeds: 2, Saved: true})
	require.NoError(t, err)
	require.Empty(t, none.courses, "nor runs of other parameters")
}

func TestAColumnThatIsNotKeptIsRunAgain(t *testing.T) {
	s := store{t.TempDir(), "p"}
	path := s.path("a", 1, "id")
	c := &Course{Days: []float64{0, 1}, names: []string{"bv_tv"}, columns: [][]float64{{20, 21}}}
	require.NoError(t, s.save(path, c))
	require.Equal(t, c, s.load(path, []string{"bv_tv"}))
	require.Nil(t, s.load(path, []string{"bv_tv", "bmd_tv"}))
	require.Nil(t, s.load(s.path("a", 1, "other"), nil))
}

func TestAFaultOfOneRunLeavesTheOthers(t *testing.T) {
	l := tiny(t)
	l.Protocol.Set = laid(l.Protocol.Set, "section.geometry=image")
	l.Protocol.Windows = []string{"xz150-grey 0,0,999,9", "xz150-grey 50,300,20,20"}
	trials, err := l.Run(context.Background(), Options{Dir: t.TempDir(), Program: "p", Seeds: 2, Workers: 2})
	require.ErrorContains(t, err, "arm none, seed 1: ")
	require.ErrorContains(t, err, "arm drug, seed 1: ")
	require.Len(t, trials.courses, 2)
}

func TestSensitivityTellsWhatMoves(t *testing.T) {
	ctx := context.Background()
	l, err := Read(files(tinyHealthy))
	require.NoError(t, err)
	l, err = l.Only([]string{"X3"}, nil)
	require.NoError(t, err)
	o := Options{Dir: t.TempDir(), Program: "p", Seeds: 1, Workers: 2}
	_, err = l.Sense(ctx, []string{"cells.osteoclast.rat", "stimuli.inflammation"}, o)
	require.ErrorContains(t, err, "cells.osteoclast.rat (unknown), stimuli.inflammation (want a number other than 0)")
	s, err := l.Sense(ctx, []string{"output.snapshots", "section.synthetic.bv_tv"}, o)
	require.NoError(t, err)
	require.Equal(t, 1, s.Values)
	require.Equal(t, "section.synthetic.bv_tv", s.Influences[0].Parameter)
	require.Equal(t, []string{"0.2", "0.3"}, []string{s.Influences[0].Down, s.Influences[0].Up})
	require.InDelta(t, 0.05/0.3, *s.Influences[0].Carries, 0.03, "5 % of BV/TV in a half interval of 30 %")
	require.Equal(t, "X3 BV/TV", s.Influences[0].MovedMost)
	require.Zero(t, *s.Influences[1].Carries, "what no result depends on carries nothing")
	o.Saved = true
	again, err := l.Sense(ctx, []string{"output.snapshots", "section.synthetic.bv_tv"}, o)
	require.NoError(t, err)
	require.Equal(t, s, again)
}

func TestBodyRowsAreMeasured(t *testing.T) {
	f := &faults{}
	b := bodyText{text{string: "J7"}, text{string: "S"}, text{string: "READ"}}.body("J", f)
	require.NoError(t, f.err())
	findings, err := b.measure(context.Background())
	require.NoError(t, err)
	scores := b.scores(findings)
	require.Len(t, scores, 1)
	require.Equal(t, "J7", scores[0].Row)
	require.Equal(t, findings[0].In(), scores[0].Verdict == In)
}
