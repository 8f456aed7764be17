// The version of the rules: bumped when a rule changes a figure. Every report names the one it was made under, whichever shell made it.
export const RULES_VERSION = '2';
