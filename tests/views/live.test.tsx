import { describe, expect, test } from 'bun:test'
import { Insert, Remove, Replace, Swap, Upsert } from '../../views/live'
import { DeskLive, VisitorLive } from '../../views/live-connections'

describe('an entry that has changed', () => {
  test('goes to its own place, with the seq the page then stands at', () => {
    const html = String(<Replace id="abc-123" seq={9} after={8} children={<li>x</li>} />)
    expect(html).toBe(
      '<hx-partial hx-target="#e-abc-123" hx-swap="outerHTML" data-change="9" data-after="8"><li>x</li></hx-partial>',
    )
  })
})

describe('what feeds send', () => {
  test('an upsert keeps the key that hono would eat', () => {
    expect(String(<Upsert after={4}>x</Upsert>)).toBe(
      '<hx-upsert hx-target="#transcript" Key="data-seq" sort="" data-after="4">x</hx-upsert>',
    )
  })

  test('a swap morphs, or replaces when it must start anew', () => {
    expect(String(<Swap id="foot">x</Swap>)).toBe(
      '<hx-partial hx-target="#foot" hx-swap="outerMorph">x</hx-partial>',
    )
    const fresh = String(
      <Swap id="typing" fresh>
        x
      </Swap>,
    )
    expect(fresh).toContain('hx-swap="outerHTML"')
  })

  test('a row is put behind another one, or first, or taken away', () => {
    expect(
      String(
        <Insert list="line" behind="c-1">
          x
        </Insert>,
      ),
    ).toBe('<hx-partial hx-target="#c-1" hx-swap="afterend">x</hx-partial>')
    expect(
      String(
        <Insert list="line" behind={null}>
          x
        </Insert>,
      ),
    ).toBe('<hx-partial hx-target="#line" hx-swap="afterbegin">x</hx-partial>')
    expect(String(<Remove id="c-1" />)).toBe(
      '<hx-partial hx-target="#c-1" hx-swap="delete"></hx-partial>',
    )
  })
})

describe('what pages hold', () => {
  test('the visitor’s feed goes on after what they see, in the background too', () => {
    const page = String(<VisitorLive after={9} principal="c/1" />)
    expect(page).toContain('hx-sse:connect="/chat/feed?after=9"')
    expect(page).toContain('data-in-background')
  })

  test('the agent’s socket names their conversation and the stream that can stand in for it', () => {
    const page = String(
      <DeskLive conversation="c/1" after={9} list={{ view: 'mine' }} principal="a/1" />,
    )
    expect(page).toContain('hx-ws:connect="/workbench/socket?conversation=c%2F1&amp;after=9"')
    expect(page).toContain('data-feed="/workbench/feed?conversation=c%2F1&amp;after=9"')
    expect(page).toContain('hx-config="ws.pauseOnBackground:false"')
    expect(
      String(<DeskLive conversation={null} after={0} list={{ view: 'mine' }} principal="a/1" />),
    ).toContain('"/workbench/socket"')
  })

  test('and the list beside it, so that what it brings is that list', () => {
    const list = { view: 'closed', until: { at: 5, id: '' } } as const
    const page = String(<DeskLive conversation="c" after={9} list={list} principal="a/1" />)
    const query = '?conversation=c&amp;after=9&amp;view=closed&amp;until=5'
    expect(page).toContain(`hx-ws:connect="/workbench/socket${query}"`)
    expect(page).toContain(`data-feed="/workbench/feed${query}"`)
  })
})
