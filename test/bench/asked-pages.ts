let caller = 0

/** Milliseconds of each request, one after the other, each from an address of its own. */
export async function timesOf(origin: string, paths: readonly string[], rounds: number): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const path of paths) {
      caller += 1
      const headers = { 'x-forwarded-for': `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}` }
      const begun = performance.now()
      const response = await fetch(origin + path, { headers })
      const text = await response.text()
      if (response.status !== 200 || !text.includes('</html>')) throw new Error(`${path} answered ${response.status}`)
      taken.push(performance.now() - begun)
    }
  }
  return taken
}
