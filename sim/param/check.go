package param

import (
	"errors"
	"fmt"
	"strings"
)

// Check returns what is missing or wrong in the groups, all at once: every
// parameter has a meaning and a source, and a default that is allowed. Tests of
// the packages that hold parameters call it.
func Check(groups []Group) error {
	var faults []error
	for _, s := range Describe(groups) {
		if strings.TrimSpace(s.Doc) == "" {
			faults = append(faults, fmt.Errorf("%s: no doc", s.Path))
		}
		if strings.TrimSpace(s.Source) == "" {
			faults = append(faults, fmt.Errorf("%s: no source", s.Path))
		}
		if (s.Kind == Float || s.Kind == Int) && s.Range == "" {
			faults = append(faults, fmt.Errorf("%s: no range", s.Path))
		}
		if !s.Allows(s.Default) {
			faults = append(faults, fmt.Errorf("%s: default %s, want %s", s.Path, s.Format(s.Default), s.Want()))
		}
	}
	return errors.Join(faults...)
}
