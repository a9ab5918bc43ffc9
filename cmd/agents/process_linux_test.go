package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// long are the flags of a run that can be stopped half-way.
func long(dir string) []string {
	return small(dir, "--days", "45", "--set", "output.checkpoints=2d", "--set", "output.snapshots=5d", "--set", "time.step=2h",
		"--set", "signals.opg.secretion=0", "--set", "signals.rankl.secretion=4", "--set", "marrow.sinusoids=40", "-q")
}

// start begins a run in a process of its own, without a display.
func start(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(built, args...)
	cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	require.NoError(t, cmd.Start())
	return cmd
}

// code waits for a process and returns its exit code, -1 if a signal ended it.
func code(t *testing.T, cmd *exec.Cmd) int {
	t.Helper()
	_ = cmd.Wait()
	return cmd.ProcessState.ExitCode()
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, pattern := range []string{"series.csv", "events.csv", "columns.csv", "config.resolved.toml", "snapshots/*"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		require.NoError(t, err)
		for _, p := range paths {
			data, err := os.ReadFile(p)
			require.NoError(t, err)
			rel, err := filepath.Rel(dir, p)
			require.NoError(t, err)
			files[rel] = string(data)
		}
	}
	return files
}

// The moments are random on purpose; whatever they are, the outcome is one.
func TestKilledRunsAreResumedBitForBit(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole")
	began := time.Now()
	require.Equal(t, 0, code(t, start(t, long(whole)...)))
	took := time.Since(began)
	want := contents(t, whole)
	require.Greater(t, len(want), 10)

	dir := filepath.Join(t.TempDir(), "killed")
	kill(t, start(t, long(dir)...), took)
	kills := 1
	for ; kills < 5; kills++ {
		if _, err := os.Stat(filepath.Join(dir, "manifest.json")); err != nil {
			require.NoError(t, os.RemoveAll(dir)) // killed before there was a run
			kill(t, start(t, long(dir)...), took)
			continue
		}
		kill(t, start(t, "resume", dir, "-q"), took/2)
	}
	if _, err := os.Stat(filepath.Join(dir, "manifest.json")); err != nil {
		require.NoError(t, os.RemoveAll(dir))
		require.Equal(t, 0, code(t, start(t, long(dir)...)))
	}
	require.Equal(t, 0, code(t, start(t, "resume", dir, "-q")))
	require.Equal(t, want, contents(t, dir))
	require.Equal(t, 0, code(t, start(t, "verify", dir, "-q", "--workers", "1")))
}

// kill ends a process without warning after a random part of a time.
func kill(t *testing.T, cmd *exec.Cmd, within time.Duration) {
	t.Helper()
	time.Sleep(time.Duration(rand.Float64() * float64(within)))
	require.NoError(t, cmd.Process.Kill())
	code(t, cmd)
}

func TestInterruptedRunExits130AndCanBeResumed(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		dir := filepath.Join(t.TempDir(), "run")
		cmd := start(t, small(dir, "--years", "20", "-q")...)
		require.Eventually(t, func() bool { _, err := os.Stat(filepath.Join(dir, "snapshots", "000000d.png")); return err == nil },
			time.Minute, 5*time.Millisecond)
		require.NoError(t, cmd.Process.Signal(signal))
		require.Equal(t, 130, code(t, cmd))
		states, err := filepath.Glob(filepath.Join(dir, "checkpoints", "*.ckpt"))
		require.NoError(t, err)
		require.NotEmpty(t, states)
		manifest, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
		require.NoError(t, err)
		require.Contains(t, string(manifest), `"status": "interrupted"`)
		require.Equal(t, 0, code(t, start(t, "verify", dir, "-q")))
	}
}

// A file system of half a megabyte is full in the middle of the run.
func TestFullDiskExits1WithAGoodCheckpoint(t *testing.T) {
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=600k"); err != nil {
		t.Skipf("cannot mount a small file system: %v", err)
	}
	t.Cleanup(func() { require.NoError(t, syscall.Unmount(mount, 0)) })
	dir := filepath.Join(mount, "run")
	require.Equal(t, 1, code(t, start(t, small(dir, "--days", "300", "-q", "--set", "output.checkpoints=2d", "--set", "output.snapshots=5d")...)))
	states, err := filepath.Glob(filepath.Join(dir, "checkpoints", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, states)

	require.NoError(t, syscall.Mount("tmpfs", mount, "tmpfs", syscall.MS_REMOUNT, "size=20m"))
	cmd := start(t, "resume", dir, "-q")
	time.Sleep(500 * time.Millisecond)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.Contains(t, []int{0, 130}, code(t, cmd))
	require.Equal(t, 0, code(t, start(t, "verify", dir, "-q")))
}
