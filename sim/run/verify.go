package run

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"trabecula/sim"
)

// Difference is where a run that was done again differs from its record.
type Difference struct{ What string }

// Error names the difference.
func (d Difference) Error() string { return d.What }

// Verify does a run again, from the configuration and the image in its folder,
// and compares as it goes. It returns a Difference at the first one; it writes
// nothing.
func Verify(ctx context.Context, dir string, o Options) (Summary, error) {
	f, err := openFolder(dir)
	if err != nil {
		return Summary{}, differs(err)
	}
	if f.manifest.Status != Done && f.manifest.Status != Stopped {
		return Summary{}, refuse("%s: status is %s, want a run that is done or interrupted; continue it with: agents resume %s", dir, f.manifest.Status, dir)
	}
	f.compareProgram(o)
	p, err := f.plan(o)
	if err != nil {
		return Summary{}, differs(err)
	}
	model, err := sim.New(f.config.Model, p.tissue, f.config.Random.Seed, sim.Options{Workers: o.Workers, Check: o.Check})
	if err != nil {
		return Summary{}, err
	}
	s := newSession(dir, f.recorded, f.manifest, model, o)
	if err := s.compare(ctx); err != nil {
		return Summary{}, err
	}
	return s.summary()
}

// differs makes a Difference of the finding that a file was edited.
func differs(err error) error {
	if errors.Is(err, errEdited) {
		return Difference{err.Error()}
	}
	return err
}

// compare steps the model to where the record ends.
func (s *session) compare(ctx context.Context) error {
	series, err := openWitness(s.path(seriesName))
	if err != nil {
		return err
	}
	defer series.Close()
	events, err := openWitness(s.path(eventsName))
	if err != nil {
		return err
	}
	defer events.Close()
	s.tables = newTables(s.config, series, events, checkpointHead{})
	if err := s.again(ctx); err != nil {
		return err
	}
	for _, w := range []*witness{series, events} {
		if err := w.end(); err != nil {
			return err
		}
	}
	return s.compareHash()
}

// again is the loop of a run without a folder.
func (s *session) again(ctx context.Context) error {
	v := s.model.View()
	if err := firstOf(s.tables.begin(v), s.tables.flush); err != nil {
		return err
	}
	for v.Tick() < s.manifest.Ticks {
		if ctx.Err() != nil {
			return fmt.Errorf("%s: verify stopped at day %g: %w", s.dir, s.config.days(v.Tick()), ctx.Err())
		}
		if err := s.step(); err != nil {
			return err
		}
		if err := s.tables.after(v); err != nil {
			return err
		}
		if s.o.Report != nil {
			s.o.Report(s.progress(v.Tick()))
		}
	}
	return s.tables.flush()
}

func (s *session) compareHash() error {
	hash, err := s.model.Hash()
	if err != nil {
		return err
	}
	if hash != s.manifest.StateHash {
		return Difference{fmt.Sprintf("%s: state_hash is %s at tick %d, done again it is %s",
			s.path(manifestName), s.manifest.StateHash, s.manifest.Ticks, hash)}
	}
	return nil
}

// witness holds what is written to it against a recorded table.
type witness struct {
	path     string
	file     *os.File
	recorded *bufio.Reader
	pending  []byte   // written, not yet a whole line
	heading  []string // names of the columns
	line     int
}

func openWitness(path string) (*witness, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, Difference{fmt.Sprintf("%s: missing", path)}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, reason(err))
	}
	return &witness{path: path, file: f, recorded: bufio.NewReader(f)}, nil
}

// Close closes the recorded table.
func (w *witness) Close() error { return w.file.Close() }

// Write compares whole lines; the error is a Difference.
func (w *witness) Write(p []byte) (int, error) {
	w.pending = append(w.pending, p...)
	for {
		i := bytes.IndexByte(w.pending, '\n')
		if i < 0 {
			return len(p), nil
		}
		if err := w.hold(string(w.pending[:i+1])); err != nil {
			return 0, err
		}
		w.pending = w.pending[i+1:]
	}
}

// hold compares one line.
func (w *witness) hold(want string) error {
	got, err := w.recorded.ReadString('\n')
	if err != nil && err != io.EOF {
		return fmt.Errorf("%s: %w", w.path, reason(err))
	}
	w.line++
	if w.line == 1 {
		w.heading = cells(want)
	}
	if got == want {
		return nil
	}
	if got == "" {
		return Difference{fmt.Sprintf("%s:%d: the record ends, done again there is: %s", w.path, w.line, strings.TrimSpace(want))}
	}
	return w.differ(cells(got), cells(want))
}

// differ names the first field in which two lines differ.
func (w *witness) differ(got, want []string) error {
	at := fmt.Sprintf("%s:%d: ", filepath.ToSlash(w.path), w.line)
	for i := range min(len(got), len(want), len(w.heading)) {
		if got[i] != want[i] {
			return Difference{fmt.Sprintf("%scolumn %d, %s = %q, done again it is %q (time_d = %s)", at, i+1, w.heading[i], got[i], want[i], want[0])}
		}
	}
	return Difference{fmt.Sprintf("%s%d fields, done again there are %d", at, len(got), len(want))}
}

// end makes sure that the record ends, too.
func (w *witness) end() error {
	more, err := w.recorded.ReadString('\n')
	if err != nil && err != io.EOF {
		return fmt.Errorf("%s: %w", w.path, reason(err))
	}
	if more != "" {
		return Difference{fmt.Sprintf("%s:%d: the record goes on, done again it ends: %s", w.path, w.line+1, strings.TrimSpace(more))}
	}
	return nil
}

// cells splits a line of a table; what cannot be split is one field.
func cells(line string) []string {
	fields, err := csv.NewReader(strings.NewReader(line)).Read()
	if err != nil {
		return []string{strings.TrimSpace(line)}
	}
	return fields
}
