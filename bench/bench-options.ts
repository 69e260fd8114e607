/** How a benchmark is to be run. */
export type BenchOptions = {
  /** Shorter runs, fewer repetitions: for trying things, not for quoting. */
  quick: boolean;
  /** Takes the build that is there, whatever became of the sources since. */
  built: boolean;
  /** A smaller college, made in seconds: for trying things, not for quoting. */
  small: boolean;
  /** Folder of the databases that are kept for the next run. */
  data: string;
  /** Numbers of the targets to measure, or beginnings of the names of lists; all when empty. */
  only: readonly string[];
};
