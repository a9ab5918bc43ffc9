package run

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"trabecula/sim"
	"trabecula/sim/scenario"
)

// session keeps a run folder while a model is stepped, from the start or from a
// checkpoint.
type session struct {
	dir      string
	config   *Config // as recorded in the folder
	schedule schedule
	manifest Manifest
	model    *sim.Model
	course   *course
	o        Options
	disk     disk

	tables *tables
	files  []file // of the tables
	paint  *painter

	began     time.Time // of this sitting
	beganTick int64
	spent     float64 // wall time of earlier sittings [s]
}

func newSession(dir string, c *Config, m Manifest, model *sim.Model, o Options) *session {
	s := &session{dir: dir, config: c, schedule: c.schedule(), manifest: m, model: model, course: c.course(model.View().Tick()), o: o, disk: realDisk(),
		began: o.Clock(), beganTick: model.View().Tick(), spent: m.Wall}
	if o.disk != nil {
		s.disk = *o.disk
	}
	s.paint = newPainter(c.Output, m.Scenario.Title)
	return s
}

func (s *session) path(parts ...string) string {
	return filepath.Join(append([]string{s.dir}, parts...)...)
}

// lay writes what a run folder holds before the first step. The manifest comes
// when the rest is there: a folder that has one can be resumed.
func (s *session) lay(p *Plan) error {
	for _, d := range []string{snapshotsDir, checkpointsDir} {
		if err := os.MkdirAll(s.path(d), 0o755); err != nil {
			return fmt.Errorf("%s: %w", s.path(d), reason(err))
		}
	}
	if err := s.layInput(p.input); err != nil {
		return err
	}
	if err := s.disk.replace(s.path(resolvedName), scenario.Resolved(s.config.Groups(), s.config.Turns...)); err != nil {
		return err
	}
	if err := s.disk.replace(s.path(columnsName), columnsFile()); err != nil {
		return err
	}
	if err := s.open(checkpointHead{}); err != nil {
		return err
	}
	return s.manifest.write(s.dir, s.disk)
}

// layInput copies the image, so that the folder needs nothing outside it.
func (s *session) layInput(in *input) error {
	if in == nil || in.record.Copy == "" {
		return nil
	}
	if err := os.MkdirAll(s.path(inputsDir), 0o755); err != nil {
		return fmt.Errorf("%s: %w", s.path(inputsDir), reason(err))
	}
	return s.disk.replace(s.path(in.record.Copy), in.data)
}

// clear removes what lay has written, when it could not be completed.
func (s *session) clear() {
	s.close()
	for _, name := range []string{snapshotsDir, checkpointsDir, inputsDir, resolvedName, columnsName, seriesName, eventsName, manifestName} {
		os.RemoveAll(s.path(name))
	}
}

func columnsFile() []byte {
	var b bytes.Buffer
	t := newTable(columnsName, &b, 0)
	for _, row := range columnTable() {
		_ = t.texts(row) // a buffer takes all
	}
	_ = t.flush()
	return b.Bytes()
}

// open opens the tables and cuts them at the offsets of a checkpoint.
func (s *session) open(at checkpointHead) error {
	names, sizes := []string{seriesName, eventsName}, []int64{at.Series, at.Events}
	for i, name := range names {
		f, err := s.disk.open(s.path(name), os.O_WRONLY|os.O_CREATE|os.O_APPEND)
		if err != nil {
			return fmt.Errorf("%s: %w", s.path(name), reason(err))
		}
		s.files = append(s.files, f)
		if err := os.Truncate(s.path(name), sizes[i]); err != nil {
			return fmt.Errorf("%s: %w", s.path(name), reason(err))
		}
	}
	s.tables = newTables(s.config, named{s.path(seriesName), s.files[0]}, named{s.path(eventsName), s.files[1]}, at)
	return nil
}

// named puts the path of a file in front of its errors.
type named struct {
	path string
	file
}

// Write writes to the file.
func (n named) Write(p []byte) (int, error) {
	k, err := n.file.Write(p)
	if err != nil {
		err = fmt.Errorf("%s: %w", n.path, reason(err))
	}
	return k, err
}

func (s *session) close() {
	for _, f := range s.files {
		f.Close() // what matters has been synced
	}
	s.files = nil
}

// run steps the model to the end and completes the folder, whatever happens.
func (s *session) run(ctx context.Context) (Summary, error) {
	defer s.close()
	err := s.advance(ctx)
	if err == nil {
		err = s.sync()
	}
	err = errors.Join(err, s.conclude(err))
	if err != nil {
		return Summary{}, err
	}
	return s.summary()
}

// advance is the loop of a run.
func (s *session) advance(ctx context.Context) error {
	v := s.model.View()
	if v.Tick() == 0 {
		if err := firstOf(s.tables.begin(v), s.snapshot); err != nil {
			return err
		}
	}
	for v.Tick() < s.schedule.end {
		if ctx.Err() != nil {
			return firstOf(s.checkpoint(), func() error { return Interrupted{s.dir} })
		}
		if err := s.step(); err != nil {
			return err
		}
		if err := s.after(v); err != nil {
			return err
		}
	}
	return nil
}

// step lets the model meet the causes that change now, tells of them, and steps.
func (s *session) step() error {
	begun, err := s.course.meet(s.model)
	if err != nil {
		return err
	}
	return firstOf(s.tables.turned(s.model.View(), begun), s.model.Step)
}

// after writes what is due after a step.
func (s *session) after(v sim.View) error {
	tick, last := v.Tick(), v.Tick() == s.schedule.end
	if err := s.tables.after(v); err != nil {
		return err
	}
	if last || due(tick, s.schedule.snapshot) {
		if err := s.snapshot(); err != nil {
			return err
		}
	}
	if due(tick, s.schedule.checkpoints) && !last {
		if err := s.checkpoint(); err != nil {
			return err
		}
	}
	if s.o.Report != nil {
		s.o.Report(s.progress(tick))
	}
	return nil
}

// sync brings the tables to the disk.
func (s *session) sync() error {
	if err := s.tables.flush(); err != nil {
		return err
	}
	for i, name := range []string{seriesName, eventsName} {
		if err := s.files[i].Sync(); err != nil {
			return fmt.Errorf("%s: %w", s.path(name), reason(err))
		}
	}
	return nil
}

// conclude writes into the manifest how the sitting ended.
func (s *session) conclude(err error) error {
	m, now := &s.manifest, s.o.Clock().UTC()
	tick := s.model.View().Tick()
	m.Ended, m.Ticks, m.Days = &now, tick, s.config.days(tick)
	m.Wall = s.spent + now.Sub(s.began).Seconds()
	m.Status, m.Error = Done, ""
	var interrupted Interrupted
	switch {
	case errors.As(err, &interrupted):
		m.Status = Stopped
	case err != nil:
		m.Status, m.Error = FailedRun, err.Error()
		_ = m.write(s.dir, s.disk) // the disk may be full; the error that is returned says more
		return nil
	}
	var hash error
	if m.StateHash, hash = s.model.Hash(); hash != nil {
		return hash
	}
	return m.write(s.dir, s.disk)
}
