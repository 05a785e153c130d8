import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What has the focus, as somebody who sees it and somebody who hears it would find it. */
interface Focused {
  tag: string
  type: string
  name: string
  value: string
  text: string
  checked: boolean
  /** The focus can be seen: an outline, or a change of colours around it. */
  visible: boolean
  /** It comes after what had the focus before, in the order of the page. */
  inOrder: boolean
}

/** Reaches things with Tab alone, and checks at every stop that the focus is seen and goes down the page. */
export class Keyboard {
  readonly stops: string[] = []
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Fills in the form of the page and sends it: Tab from field to field, Space, arrows and letters. */
  async answer(values: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    const left = new Set(Object.keys(values))
    for (;;) {
      const focused = await this.next()
      const wanted = values[focused.name]
      if (wanted !== undefined && left.has(focused.name)) {
        await this.#fill(focused, [wanted].flat())
        if (focused.type !== 'checkbox') left.delete(focused.name)
      } else if (focused.tag === 'BUTTON' && focused.name === '' && !/^(Accept|Menu)/.test(focused.text)) {
        return this.#leave()
      }
    }
  }

  /** Follows a link, or presses a button, by its text. */
  async press(text: string): Promise<void> {
    for (let focused = await this.next(); focused.text !== text; focused = await this.next());
    await this.#leave()
  }

  async next(): Promise<Focused> {
    await this.#page.keyboard.press('Tab')
    const focused = await this.#page.evaluate<Focused>(LOOK)
    const where = `${focused.tag} ${focused.name || focused.text} on ${new URL(this.#page.url()).pathname}`
    expect(focused.tag, `Tab left the page before it was done: ${this.#page.url()}`).not.toBe('BODY')
    expect(focused.visible, `the focus is seen at ${where}`).toBe(true)
    expect(focused.inOrder, `the focus goes down the page to ${where}`).toBe(true)
    this.stops.push(where)
    return focused
  }

  async #fill({ tag, type, value }: Focused, wanted: readonly string[]): Promise<void> {
    const { keyboard } = this.#page
    if (type === 'checkbox') return wanted.includes(value) ? keyboard.press('Space') : undefined
    if (type === 'radio') return this.#choose(wanted[0] ?? '')
    if (tag === 'SELECT') return this.#pick(wanted[0] ?? '')
    await keyboard.press('Control+A')
    await keyboard.type(wanted[0] ?? '')
  }

  /** Tab comes to the first of a group; arrows go on and choose at the same time. */
  async #choose(wanted: string): Promise<void> {
    const { keyboard } = this.#page
    await keyboard.press('Space')
    for (let tried = 0; tried < MOST_OPTIONS; tried += 1) {
      if ((await this.#page.evaluate<string>('document.activeElement.value')) === wanted) return
      await keyboard.press('ArrowDown')
    }
    throw new Error(`There is no ${wanted} to choose`)
  }

  async #pick(wanted: string): Promise<void> {
    const { keyboard } = this.#page
    for (let tried = 0; tried < MOST_OPTIONS; tried += 1) {
      if ((await this.#page.evaluate<string>('document.activeElement.value')) === wanted) return
      await keyboard.press('ArrowDown')
    }
    throw new Error(`There is no ${wanted} to pick`)
  }

  async #leave(): Promise<void> {
    const leaving = this.#page.waitForNavigation()
    await this.#page.keyboard.press('Enter')
    await leaving
    await this.#page.waitForLoadState('load')
  }
}

const MOST_OPTIONS = 40

const LOOK = `(() => {
  const focused = document.activeElement
  const style = getComputedStyle(focused)
  const before = window.lastFocused
  window.lastFocused = focused
  // Radios and checkboxes of the Design System are drawn by what stands beside them.
  const drawn = getComputedStyle(focused.nextElementSibling ?? focused, '::before')
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  return {
    tag: focused.tagName, type: focused.type ?? '', name: focused.name ?? '', value: focused.value ?? '',
    text: (focused.innerText ?? '').replace(/\\s+/g, ' ').trim(), checked: focused.checked === true,
    visible: outlined || style.boxShadow !== 'none' || drawn.boxShadow !== 'none' || drawn.outlineStyle !== 'none',
    inOrder: !before || !before.isConnected || Boolean(before.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING),
  }
})()`
