package run

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var tenth = 0.1 // not a constant: those add up exactly

func TestTableWritesWhatReadsBackTheSame(t *testing.T) {
	var b bytes.Buffer
	tab := newTable("t.csv", &b, 0)
	require.NoError(t, tab.row(float64(0.1)+tenth*2, math.NaN(), math.Copysign(0, -1), 1e21, 3, uint64(math.MaxUint64), `a "b", c`, ""))
	require.NoError(t, tab.numbers([]float64{1, math.NaN()}))
	require.NoError(t, tab.flush())
	require.Equal(t, "0.30000000000000004,,0,1e+21,3,18446744073709551615,\"a \"\"b\"\", c\",\n1,\n", b.String())
	require.EqualValues(t, b.Len(), tab.offset)
	require.Equal(t, []string{"0.30000000000000004", "", "0", "1e+21", "3", "18446744073709551615", `a "b", c`, ""},
		cells(strings.SplitAfter(b.String(), "\n")[0]))
}

func TestScheduleCountsWholeSteps(t *testing.T) {
	c := Defaults()
	c.Time.Until, c.Model.Time.Step = 10*24, 1
	require.Equal(t, schedule{end: 240, series: 24, snapshot: 720, checkpoints: 720}, c.schedule())
	c.Time.Until = 10*24 + 0.5
	require.EqualValues(t, 241, c.schedule().end, "a run is never shorter than asked for")
	c.Output.Snapshots = 0
	require.False(t, due(24, c.schedule().snapshot))
	require.True(t, due(48, 24))
	require.False(t, due(49, 24))
}

func TestConfigReportsAllFaultsAtOnce(t *testing.T) {
	_, _, err := Load("healthy", []string{"time.step=5h", "output.series=7h", "output.overlay=blood", "section.threshold=2"})
	require.ErrorAs(t, err, &BadInput{})
	for _, want := range []string{"time.step = 5 h, want a whole part of a day", "output.series = ", "output.overlay: overlay \"blood\": no such field; there are rankl", "section.threshold"} {
		require.ErrorContains(t, err, want)
	}
}

func TestProgressIsShownAsOftenAsSuitsTheStyle(t *testing.T) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	show := func(style Style) []string {
		var b bytes.Buffer
		report := Reporter(style, &b)
		for i := range 101 {
			report(Progress{Done: float64(i) / 100, Days: float64(i), Until: 100, Speed: 2.5, Left: time.Duration(100-i) * time.Second, Now: start.Add(time.Duration(i) * 400 * time.Millisecond)})
		}
		return strings.SplitAfter(b.String(), map[Style]string{Bar: "\r", Plain: "\n", JSON: "\n"}[style])
	}
	plain := show(Plain)
	require.Equal(t, " 25 % · 25 d of 100 d · 2.5 d/s · 1m15s left\n", plain[0])
	require.Len(t, plain, 4+1, "every 10 s of 40 s, the last being the end")
	require.Equal(t, "100 % · 100 d of 100 d · 2.5 d/s\n", plain[3])
	require.Len(t, show(Bar), 100+1)
	lines := show(JSON)
	require.Len(t, lines, 34+1)
	var last map[string]float64
	require.NoError(t, json.Unmarshal([]byte(lines[len(lines)-2]), &last))
	require.Equal(t, map[string]float64{"done": 1, "time_d": 100, "until_d": 100, "days_per_s": 2.5, "left_s": 0}, last)
	require.Nil(t, Reporter(None, nil))
}
