const common =
  'order box lamp parcel colour price shop letter number street today help thanks'.split(' ')
const signs = [...'请问订单发货时间地址电话产品价格您好谢谢帮我查一下什么时候到货可以修改吗']
const syllables = 'ba do ki ru me sa ti no la ve pu go shi ran tel mor cas bin'.split(' ')

/** Words and signs that a language has; the first of them are said most. */
const WORDS = 8_000
const SIGNS = 2_000
const FIRST_SIGN = 0x4e00

const wordAt = (nth: number): string => {
  const known = common[nth]
  if (known !== undefined) return known
  let rest = nth
  let word = ''
  while (rest > 0) {
    word += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  }
  return word
}
const words = Array.from({ length: WORDS }, (_, nth) => wordAt(nth))
const allSigns = Array.from(
  { length: SIGNS },
  (_, nth) => signs[nth] ?? String.fromCodePoint(FIRST_SIGN + nth * 5),
)

/** The same numbers for the same line, from 0 to below 1. */
const chances = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

/** One of many, the first ones far more often than the last. */
const pick = (of: readonly string[], chance: number): string =>
  of[Math.floor(of.length ** chance) - 1] ?? ''

/** In how many lines somebody asks for their money, and how many have the rarest word. */
const REFUNDS = 1 / 40
const CHINESE_REFUNDS = 1 / 50
const RARE = 1 / 100_000

/** What was said in a line: half of it Chinese, the other half has one word in common. */
export const saidAt = (nth: number): string => {
  const chance = chances(nth + 1)
  if (chance() < 0.5) {
    const said = Array.from({ length: 20 }, () => pick(allSigns, chance())).join('')
    return chance() < CHINESE_REFUNDS ? `${said}我要退款` : said
  }
  const said = Array.from({ length: 11 }, () => pick(words, chance())).join(' ')
  const refund = chance() < REFUNDS ? ' refund' : ''
  const rare = chance() < RARE ? ' hippopotamus' : ''
  return `please ${said} ${nth}${refund}${rare}`
}
