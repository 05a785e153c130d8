import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { SECOND, later } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { giveBack, prepareAll, signReady, unready } from './claimed-batch.ts'
import { claimDue, type Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import type { FannedOut, Fresh } from './fan-out-store.ts'
import type { StreamHealth } from './health/stream-health.ts'
import { limitsOf } from './lane-rate.ts'
import { PER_NEW_LANE } from './lane.ts'
import { createLanes, type Lanes } from './lanes.ts'
import type { DeliveryFigures } from './metrics/figures.ts'
import { createPreparing, type Preparing } from './preparing.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { createHold, type Hold } from './sated.ts'
import { send, type SendParts, type SignedSendable } from './send.ts'
import { settleAll } from './settle-all.ts'
import type { ManySigner } from './sign-many.ts'

export interface DispatcherParts extends SendParts {
  db: Db
  logger: Logger
  /** Milliseconds that a claim holds: longer than preparing, one push and settling take together. */
  lease: number
  /** Who keeps in mind what receivers do. */
  health?: StreamHealth | undefined
  /** There may be something to claim, or room for it. */
  onRoom: () => void
  /** What it was too busy for may be made now. */
  onAppetite: () => void
  figures?: DeliveryFigures | undefined
  signer: ManySigner
}

export interface Dispatcher {
  /** Claims what is due and sets it on its way. @returns how many were claimed. */
  dispatch(): Promise<number>
  /** It has enough of what goes fast: what is made now had better wait where it is, and be leased as it is made. */
  isSated(): boolean
  /** How many of what is made now it can take at once; undefined: none. */
  room(): Fresh | undefined
  /** Takes what was made for it, and remembers of which lanes more is due. */
  take(made: Pick<FannedOut, 'claimed' | 'left'>): Promise<void>
  /** Sends nothing more. Resolves when what is on its way is settled, or at the signal. */
  stop(giveUp: AbortSignal): Promise<void>
  /** Claimed, and not settled yet. */
  readonly inHand: number
}

// What the memory of a worker holds at most: deliveries of a few kB each.
const MOST_IN_HAND = 4000
// Of a lane that empties fast. One that is new, or slow, has fewer, so that what waits in it is sent within its lease.
const PER_LANE = 512
// As much as one batch of reports may bring.
const ROOM_FOR_FRESH = 1000
const WHILE_PREPARING = 5
const LONGEST_WITHOUT_NEW = SECOND

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const state: State = {
    parts,
    filled: new Set(),
    full: false,
    sated: false,
    holds: createHold(LONGEST_WITHOUT_NEW),
    knowsBacklog: false,
    preparing: createPreparing(),
    stopped: false,
    givingBack: Promise.resolve(),
    ...queues(parts, () => state),
  }
  return {
    dispatch: () => dispatch(state),
    isSated: () => isSated(state),
    room: () => roomForFresh(state),
    take: (made) => take(state, made),
    async stop(giveUp) {
      state.stopped = true
      const ended = new Promise<void>((resolve) => giveUp.addEventListener('abort', () => resolve()))
      const ready = async () => {
        while (state.preparing.size > 0) await pause(WHILE_PREPARING)
      }
      await Promise.race([
        ready()
          .then(() => state.lanes.drain())
          .then(() => state.givingBack),
        ended,
      ])
      await state.recorder.drain(giveUp)
    },
    get inHand() {
      return inHandOf(state)
    },
  }
}

interface State {
  parts: DispatcherParts
  lanes: Lanes<SignedSendable>
  recorder: Recorder<Settlement>
  /** Lanes that were given all they may have in hand: there may be more for them. */
  filled: Set<string>
  /** Nothing was claimed because too much is in hand. */
  full: boolean
  /** Somebody waits until it has room. */
  sated: boolean
  holds: Hold
  /** It has asked what is due, so that it knows of which lanes there may be older ones. */
  knowsBacklog: boolean
  preparing: Preparing
  stopped: boolean
  /** Resolves when nothing is being given back any more. */
  givingBack: Promise<void>
}

function queues(parts: DispatcherParts, state: () => State): Pick<State, 'lanes' | 'recorder'> {
  const lanes = createLanes<SignedSendable>({
    laneOf: ({ delivery }) => delivery.subscriptionId,
    priorityOf: ({ delivery }) => delivery.priority,
    send: (sendable) => sendAndRecord(state(), sendable),
    giveBack: (sendables) => {
      const deliveries = sendables.map(({ delivery }) => delivery)
      state().givingBack = state().givingBack.then(() => giveBack(parts, deliveries))
    },
    onRoom: (lane) => {
      if (state().filled.delete(lane)) parts.onRoom()
      if (!state().sated) return
      state().sated = false
      parts.onAppetite()
    },
    now: () => parts.clock().getTime(),
    perLane: PER_LANE,
    limitsOf: ({ grant }) => limitsOf(grant.subscription),
    after: (milliseconds, work) => setTimeout(work, milliseconds).unref(),
  })
  const recorder = createRecorder<Settlement>({
    async flush(settlements) {
      const settled = await settleAll(parts, settlements)
      if (settled.some(({ inOrder }) => inOrder)) parts.onRoom()
    },
    onFailure: (error) => parts.logger.error({ err: error }, 'settling deliveries failed, trying again'),
    onFlushed: () => {
      if (state().full) parts.onRoom()
    },
  })
  return { lanes, recorder }
}

async function dispatch(state: State): Promise<number> {
  const { parts, filled } = state
  const limit = MOST_IN_HAND - inHandOf(state)
  state.full = limit <= 0
  if (state.stopped || limit <= 0) return 0
  const now = parts.clock()
  const inHand = inHandByLane(state)
  const before = [...filled]
  const rooms = { limit, perLane: PER_LANE, perNewLane: PER_NEW_LANE, inHand, urgent: state.lanes.urgentRoom() }
  const claimed = await claimDue(parts.db, { lease: randomUUID(), now, leasedUntil: later(now, parts.lease), ...rooms })
  state.knowsBacklog = claimed.length < limit
  // Of one that had no room nothing new is known, nor of any that the limit came before.
  if (state.knowsBacklog) for (const lane of before) if (roomOf(inHand, lane) > 0) filled.delete(lane)
  noteFilledLanes(state, claimed, inHand)
  if (claimed.length > 0) await makeReady(state, claimed, now)
  return claimed.length
}

function isSated(state: State): boolean {
  const { lanes, preparing, recorder, filled } = state
  // What only waits for this machine, and not for a receiver that is slow.
  const onTheMove = preparing.size + lanes.moving + recorder.size
  const enough =
    onTheMove > MOST_IN_HAND - ROOM_FOR_FRESH || lanes.isSated({ preparing: preparing.byLane, left: filled })
  state.sated = state.holds(enough, performance.now())
  return state.sated
}

/** Nothing of a lane that has older ones waiting, which go first; and nothing before it is known which have. */
function roomForFresh(state: State): Fresh | undefined {
  const { parts, filled } = state
  if (state.stopped || !state.knowsBacklog || inHandOf(state) > MOST_IN_HAND - ROOM_FOR_FRESH) return undefined
  const known = Object.entries(inHandByLane(state)).map(
    ([lane, number]) => [lane, Math.max(PER_LANE - number, 0)] as const,
  )
  const none = [...filled].map((lane) => [lane, 0] as const)
  const rooms: Record<string, number> = Object.fromEntries([...known, ...none])
  return { lease: randomUUID(), leasedUntil: later(parts.clock(), parts.lease), rooms, otherwise: PER_NEW_LANE }
}

async function take(state: State, { claimed, left }: Pick<FannedOut, 'claimed' | 'left'>): Promise<void> {
  for (const lane of left) state.filled.add(lane)
  if (claimed.length > 0) await makeReady(state, claimed, state.parts.clock())
}

const inHandOf = ({ lanes, recorder, preparing }: State) => preparing.size + lanes.size + recorder.size

function inHandByLane({ lanes, preparing }: State): Record<string, number> {
  const inHand = lanes.inHand()
  for (const [lane, number] of preparing.byLane) inHand[lane] = (inHand[lane] ?? PER_LANE - PER_NEW_LANE) + number
  return inHand
}

function makeReady(state: State, claimed: readonly ClaimedDelivery[], now: Date): Promise<void> {
  const { parts, lanes, recorder, preparing } = state
  return preparing.during(claimed, async () => {
    const prepared = await prepareAll(parts, claimed, now)
    const ready = prepared.flatMap((one) => (one.kind === 'send' ? [one.sendable] : []))
    const held = prepared.flatMap((one) => (one.kind === 'hold' ? [one.delivery] : []))
    for (const one of prepared) if (one.kind === 'settle') recorder.add(one.settlement)
    if (held.length > 0) await giveBack(parts, held)
    for await (const signed of signReady(parts, ready)) {
      if (!state.stopped) lanes.add(signed)
      else
        await giveBack(
          parts,
          signed.map(({ delivery }) => delivery),
        )
    }
  })
}

function noteFilledLanes({ filled }: State, claimed: readonly ClaimedDelivery[], inHand: Record<string, number>): void {
  const byLane = Map.groupBy(claimed, ({ subscriptionId }) => subscriptionId)
  for (const [lane, { length }] of byLane) if (length >= roomOf(inHand, lane)) filled.add(lane)
}

/** How many of a lane may be claimed. */
const roomOf = (inHand: Record<string, number>, lane: string) => PER_LANE - (inHand[lane] ?? PER_LANE - PER_NEW_LANE)

async function sendAndRecord({ parts, recorder }: State, sendable: SignedSendable): Promise<boolean> {
  // It would end after its lease, when somebody else may have it. Its lease runs out, and then it is claimed again.
  const latest = later(sendable.delivery.leasedUntil, -parts.timeout - SECOND)
  if (parts.clock() > latest) return true
  const { agencyId } = sendable.delivery
  parts.figures?.begin(agencyId)
  try {
    const { result, settlement, isUp } = await send(parts, sendable)
    parts.health?.note(sendable.delivery.subscriptionId, result, settlement.at)
    recorder.add(settlement)
    return isUp
  } catch (error) {
    recorder.add(unready(parts, sendable.delivery, { code: 'UNSIGNED', error }))
    return true
  } finally {
    parts.figures?.end(agencyId)
  }
}
