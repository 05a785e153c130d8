/** Of the run: another each time, or the one of FAULTS_SEED, with which a failure can be met again. */
export const seedOf = () => Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000)
