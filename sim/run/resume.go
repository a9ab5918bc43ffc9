package run

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"trabecula/sim"
	"trabecula/sim/section"
)

// folder is a run folder that has been read and found to be as it was recorded.
type folder struct {
	dir      string
	manifest Manifest
	recorded *Config // as the file has it
	config   *Config // with the image where it can be read
}

// errEdited is what openFolder returns where a file is not what the manifest
// says.
var errEdited = errors.New("is not what the run was made with")

// openFolder reads manifest and configuration of a run folder. Where they
// contradict each other the error is an errEdited.
func openFolder(dir string) (folder, error) {
	f := folder{dir: dir}
	var err error
	if f.manifest, err = readManifest(dir); err != nil {
		return f, err
	}
	path := filepath.Join(dir, resolvedName)
	f.recorded = Defaults()
	resolved, err := Builtin().Load(path, f.recorded.Groups(), nil)
	if err != nil {
		return f, BadInput{fmt.Errorf("%w\n%s %w", err, path, errEdited)}
	}
	f.recorded.Turns = resolved.Turns
	if h := f.recorded.Hash(); h != f.manifest.ConfigHash {
		return f, refuse("%s %w: its hash is %.12s, the manifest says %.12s", path, errEdited, h, f.manifest.ConfigHash)
	}
	located := *f.recorded
	if im := f.manifest.Image; im != nil && im.Copy != "" {
		located.Section.Image = filepath.Join(dir, im.Copy)
	}
	f.config = &located
	return f, nil
}

// compareProgram tells where another build than the recorded one is at work: it
// may well give other bits.
func (f folder) compareProgram(o Options) {
	if was := f.manifest.Program; was != o.Program && o.Warn != nil {
		o.Warn(fmt.Sprintf("%s: made by %s, this is %s; results may differ", f.dir, was, o.Program))
	}
}

// plan builds the section anew, out of what the folder holds.
func (f folder) plan(o Options) (*Plan, error) {
	p := &Plan{Config: f.config, Dir: f.dir, o: o}
	if err := f.checkInput(); err != nil {
		return nil, err
	}
	var err error
	p.tissue, p.Report, err = section.Build(f.config.Section, f.config.Random.Seed, f.config.Model.Matrix)
	return p, badInput(err)
}

// checkInput compares the image with what the manifest says of it.
func (f folder) checkInput() error {
	im := f.manifest.Image
	if im == nil {
		return nil
	}
	in, err := f.config.readInput(section.Report{Image: im.Given})
	if err != nil {
		return badInput(err)
	}
	if in == nil || in.record.SHA256 != im.SHA256 {
		name := im.Given
		if im.Copy != "" {
			name = filepath.Join(f.dir, im.Copy)
		}
		return refuse("%s %w", name, errEdited)
	}
	return nil
}

// Resume continues a run that was interrupted, killed or failed, from its last
// good checkpoint or, if it had written none yet, from the start. A run that is
// done is left alone. What the resumed run writes is what it would have written
// uninterrupted, byte for byte.
func Resume(ctx context.Context, dir string, o Options) (Summary, error) {
	f, err := openFolder(dir)
	if err != nil {
		return Summary{}, err
	}
	unlock, err := lock(dir)
	if err != nil {
		return Summary{}, err
	}
	defer unlock()
	if f.manifest.Status != Done {
		f.compareProgram(o)
	}
	s, err := f.resume(o)
	if err != nil {
		return Summary{}, err
	}
	if s.manifest.Status == Done {
		return s.summary()
	}
	s.manifest.Status, s.manifest.Error, s.manifest.Ended = Running, "", nil
	s.manifest.Resumed++
	if err := s.manifest.write(dir, s.disk); err != nil {
		return Summary{}, err
	}
	return s.run(ctx)
}

// resume makes the session that goes on, with its tables cut back to where the
// checkpoint was taken.
func (f folder) resume(o Options) (*session, error) {
	if f.manifest.Status == Done {
		return &session{dir: f.dir, config: f.recorded, manifest: f.manifest}, nil
	}
	point, err := f.lastGood(o)
	if err != nil {
		return nil, err
	}
	var s *session
	if point == nil {
		s, err = f.anew(o)
	} else {
		s, err = f.restored(point, o)
	}
	return s, err
}

// anew starts over: the run was killed before its first checkpoint.
func (f folder) anew(o Options) (*session, error) {
	p, err := f.plan(o)
	if err != nil {
		return nil, err
	}
	model, err := sim.New(f.config.Model, p.tissue, f.config.Random.Seed, sim.Options{Workers: o.Workers, Check: o.Check})
	if err != nil {
		return nil, err
	}
	s := newSession(f.dir, f.recorded, f.manifest, model, o)
	return s, s.open(checkpointHead{})
}

// state is a checkpoint brought back to life.
type state struct {
	checkpoint
	alive *sim.Model
}

func (f folder) restored(p *state, o Options) (*session, error) {
	s := newSession(f.dir, f.recorded, f.manifest, p.alive, o)
	if err := s.open(p.checkpointHead); err != nil {
		return nil, err
	}
	return s, s.tables.recorder.UnmarshalBinary(p.recorder)
}

// lastGood returns the latest checkpoint that can be trusted, or nil if there
// never was one. It tells of every one that it had to pass over.
func (f folder) lastGood(o Options) (*state, error) {
	list := checkpoints(f.dir)
	var faults []error
	for i := len(list) - 1; i >= 0; i-- {
		p, err := f.revive(list[i], o)
		if err == nil {
			return p, nil
		}
		err = fmt.Errorf("%s: %w", list[i], err)
		faults = append(faults, err)
		if i > 0 && o.Warn != nil {
			o.Warn(err.Error() + "; falling back to " + list[i-1])
		}
	}
	if len(faults) > 0 {
		return nil, refuse("%s: no checkpoint is good:\n%w", f.dir, errors.Join(faults...))
	}
	return nil, nil
}

// revive reads a checkpoint and restores its model.
func (f folder) revive(path string, o Options) (*state, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, reason(err)
	}
	c, err := decode(data)
	switch {
	case err != nil:
		return nil, err
	case c.Config != f.manifest.ConfigHash:
		return nil, errors.New("belongs to a run with other parameters")
	}
	if err := f.covers(c.checkpointHead); err != nil {
		return nil, err
	}
	m, err := sim.Restore(f.config.course(c.Tick).params, c.model, sim.Options{Workers: o.Workers, Check: o.Check})
	if err != nil {
		return nil, err
	}
	if m.View().Tick() != c.Tick {
		return nil, fmt.Errorf("state of tick %d, want %d", m.View().Tick(), c.Tick)
	}
	return &state{c, m}, nil
}

// covers tells whether the tables reach as far as a checkpoint says.
func (f folder) covers(c checkpointHead) error {
	for _, t := range []struct {
		name string
		size int64
	}{{seriesName, c.Series}, {eventsName, c.Events}} {
		info, err := os.Stat(filepath.Join(f.dir, t.name))
		if err != nil {
			return reason(err)
		}
		if info.Size() < t.size {
			return fmt.Errorf("%s has %d bytes, %d at this checkpoint: it was cut short", t.name, info.Size(), t.size)
		}
	}
	return nil
}
