// The delivery engine against what it is made of: signing and posting alone, and a job for each delivery.
import { printJson, printTable, rounded } from './figures.ts'
import { rateRounds, ratesOf } from './deliveries-rates.ts'

// As a move within one council goes to: eight subscriptions.
const AGENCIES = ['dvla', 'dvla-logbook', 'hmrc', 'dwp', 'nhs-england', 'student-loans-company', 'leeds', 'cardiff']

/** `--short`: to see that it works; its numbers are not to be trusted. */
const short = process.argv.includes('--short')

const rates = ratesOf(await rateRounds(AGENCIES, short ? { rounds: 1, share: 0.1 } : { rounds: 5, share: 1 }))
printTable(`Deliveries: medians of interleaved rounds, ${AGENCIES.length} agencies`, rates.rows)
printJson({ name: 'deliveries', figures: rounded({ ...rates.figures }), ratios: rounded({ ...rates.ratios }) })
