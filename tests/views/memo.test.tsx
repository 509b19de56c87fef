import { expect, test } from 'bun:test'
import { memo } from '../../views/memo'

const open = () => {
  let drawn = 0
  const Part = memo(
    ({ word, other }: { word: string; other?: string }) => {
      drawn += 1
      return <p title={other}>{word}</p>
    },
    ({ word }) => word,
  )
  return { Part, drawn: () => drawn }
}

test('a still part is drawn once for each key, escaped like any other', () => {
  const { Part, drawn } = open()
  const page = (word: string) => String(<div>{[<Part word={word} />, <Part word={word} />]}</div>)
  expect(page('<b>')).toBe('<div><p>&lt;b&gt;</p><p>&lt;b&gt;</p></div>')
  expect(page('<i>')).toBe('<div><p>&lt;i&gt;</p><p>&lt;i&gt;</p></div>')
  expect(page('<b>')).toBe('<div><p>&lt;b&gt;</p><p>&lt;b&gt;</p></div>')
  expect(drawn()).toBe(2)
})

test('of a part with more keys than it should have the newest are kept, and no more', () => {
  const { Part, drawn } = open()
  for (let n = 0; n < 200; n += 1) String(<Part word={`${n}`} />)
  expect(drawn()).toBe(200)
  for (let n = 199; n > 199 - 64; n -= 1) expect(String(<Part word={`${n}`} />)).toBe(`<p>${n}</p>`)
  expect(drawn()).toBe(200)
  expect(String(<Part word="0" />)).toBe('<p>0</p>')
  expect(drawn()).toBe(201)
})
