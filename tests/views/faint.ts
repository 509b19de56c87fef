import type { Page } from 'playwright-core'
import { type Colour, contrastOf, laidUpon } from './contrast'

/**
 * Which of these texts are too faint, as WCAG 2.2 counts it: each is held against every colour that
 * is painted where it stands, whatever paints it. `targets` are selectors of the page.
 */
export const faintOf = async (page: Page, targets: readonly string[]): Promise<string[]> => {
  const faint: string[] = []
  for (const target of targets) {
    const text = await page.evaluate(textAt, target)
    if (!text) continue
    await page.evaluate(hideTexts, true)
    const picture = await page.screenshot({ clip: text.box })
    await page.evaluate(hideTexts, false)
    const grounds = await page.evaluate(coloursIn, picture.toString('base64'))
    const least = Math.min(...grounds.map((ground) => readsAt(text, ground)))
    if (!(least >= text.needs))
      faint.push(`${least.toFixed(2)} of ${text.needs}: ${target} on ${grounds.length} colours`)
  }
  return faint
}

type Ink = { colour: Colour; alpha: number }

const readsAt = ({ colour, alpha }: Ink, ground: Colour) =>
  contrastOf(laidUpon(ground, colour, alpha), ground)

/**
 * Runs in the page: the colour of a text, what it must reach, and the part of the window it is in;
 * null for what nobody sees, and for what lies under something that was opened.
 */
const textAt = (target: string) => {
  const element = document.querySelector<HTMLInputElement>(target)
  const opened = [...document.querySelectorAll(':popover-open, [open] > .menu')].at(-1)
  // Rows are alike: the first and the last of them stand for all.
  const isOfMiddle = element?.closest('.row:nth-child(n + 4):not(:nth-last-child(-n + 3))')
  // So are the words of a chart that are marked alike: the first stands for all beside it.
  const marks = ':is(.not ~ .not, .been ~ .been)'
  const isMarkedAlike = element?.matches(`.chart ${marks}, .chart ${marks} > text`)
  if (!element || isOfMiddle || isMarkedAlike || (opened && !opened.contains(element))) return null
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const range = document.createRange()
  range.selectNodeContents(element)
  const isField = element.matches('input, textarea, select')
  const whole = (isField ? element : range).getBoundingClientRect()
  let [left, top, right, bottom] = [whole.left, whole.top, whole.right, whole.bottom]
  const cutBy = (frame: { left: number; top: number; right: number; bottom: number }) => {
    left = Math.max(left, frame.left)
    top = Math.max(top, frame.top)
    right = Math.min(right, frame.right)
    bottom = Math.min(bottom, frame.bottom)
  }
  cutBy({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })
  let seen = 1
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { opacity, overflow } = getComputedStyle(each)
    seen *= Number(opacity)
    if (overflow !== 'visible' && each !== document.body) cutBy(each.getBoundingClientRect())
  }
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  if (box.width < 1 || box.height < 1) return null
  const style = getComputedStyle(element)
  const isEmpty = isField && element.value === ''
  const dot = new OffscreenCanvas(1, 1).getContext('2d')
  if (!dot) return null
  dot.fillStyle = isEmpty ? getComputedStyle(element, '::placeholder').color : style.color
  dot.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = dot.getImageData(0, 0, 1, 1).data
  const size = Number.parseFloat(style.fontSize)
  // 18 points, or 14 in bold.
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
  const colour: [number, number, number] = [red, green, blue]
  return { box, colour, alpha: (alpha / 255) * seen, needs: isLarge ? 3 : 4.5 }
}

/**
 * Runs in the page: takes all letters away, or puts them back; the policy lets a script do so. What
 * changes its colour does so at once, or it would be read on its way.
 */
export const hideTexts = (isHidden: boolean) => {
  const sheet = new CSSStyleSheet()
  const hidden = 'color: transparent !important; -webkit-text-fill-color: transparent !important'
  const rules = `transition: none !important; ${isHidden ? hidden : ''}`
  sheet.replaceSync(`*, ::placeholder, ::before, ::after { ${rules} }`)
  document.adoptedStyleSheets = [sheet]
}

/** Runs in the page: the colours of a PNG, each once. */
const coloursIn = async (png: string) => {
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes]))
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
  canvas?.drawImage(picture, 0, 0)
  const { data = [] } = canvas?.getImageData(0, 0, picture.width, picture.height) ?? {}
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 4)
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  return [...colours].map((one): [number, number, number] => [
    one >> 16,
    (one >> 8) & 255,
    one & 255,
  ])
}
