package run

import (
	"fmt"
	"os"
	"path/filepath"
)

// kept is how many checkpoints stay: if the last is damaged, the one before it
// still serves.
const kept = 2

// checkpoint writes the state of the run, and drops the states before the last.
func (s *session) checkpoint() error {
	if err := s.sync(); err != nil {
		return err
	}
	tick := s.model.View().Tick()
	path := s.path(checkpointsDir, fmt.Sprintf("%010d.ckpt", tick))
	data, err := s.state(tick)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := s.disk.replace(path, data); err != nil {
		return err
	}
	old := checkpoints(s.dir)
	for len(old) > kept {
		os.Remove(old[0]) // if it stays, it does no harm
		old = old[1:]
	}
	return nil
}

// state returns the bytes of a checkpoint of the present moment.
func (s *session) state(tick int64) ([]byte, error) {
	c := checkpoint{checkpointHead: checkpointHead{Config: s.manifest.ConfigHash, Tick: tick,
		Series: s.tables.series.offset, Events: s.tables.events.offset}}
	var err error
	if c.model, err = s.model.MarshalBinary(); err != nil {
		return nil, err
	}
	if c.recorder, err = s.tables.recorder.MarshalBinary(); err != nil {
		return nil, err
	}
	return c.encode()
}

// checkpoints lists the checkpoints of a run folder, the oldest first.
func checkpoints(dir string) (list []string) {
	entries, _ := os.ReadDir(filepath.Join(dir, checkpointsDir)) // sorted; ticks have leading zeros
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".ckpt" {
			list = append(list, filepath.Join(dir, checkpointsDir, e.Name()))
		}
	}
	return list
}
