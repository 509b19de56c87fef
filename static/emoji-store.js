/**
 * Which emoji there are, how they are found, and which of them somebody uses: what the picker asks for.
 * What is used is kept in this browser, where one may keep something, and else for as long as the page.
 */
;(() => {
  const KEY = 'emoji'
  /** How many kinds are counted: those that are used least make room. */
  const MOST_COUNTED = 50
  /** Skins are numbered from 0, the usual one, to 5. */
  const DARKEST = 5

  const kept = () => {
    try {
      return Object(JSON.parse(bellhop.inBrowser.get(KEY)))
    } catch {
      return {}
    }
  }
  const { tone, used } = kept()
  const habits = {
    tone: Number.isInteger(tone) && tone >= 0 && tone <= DARKEST ? tone : 0,
    used: new Map(Object.entries(Object(used)).filter(([, times]) => times > 0)),
  }
  const mostUsed = () => [...habits.used].sort(([, one], [, two]) => two - one)
  const keep = () => {
    habits.used = new Map(mostUsed().slice(0, MOST_COUNTED))
    const used = Object.fromEntries(habits.used)
    bellhop.inBrowser.set(KEY, JSON.stringify({ tone: habits.tone, used }))
  }

  /** Words are found by how they begin; Chinese has no spaces between its words. */
  const isFoundBy = (token) => {
    const begins = /^[!-\u024f]+$/.test(token)
    return ({ words }) => (begins ? ` ${words}`.includes(` ${token}`) : words.includes(token))
  }

  /** `all` is what the desk serves, in its order. Its methods are those that the picker calls. */
  bellhop.EmojiStore = class {
    constructor(all, { locale, dataSource }) {
      Object.assign(this, { all, locale, dataSource, customEmoji: [] })
      this.byUnicode = new Map(all.map((each) => [each.unicode, each]))
    }
    async ready() {}
    async close() {}
    async getEmojiByGroup(group) {
      return this.all.filter((each) => each.group === group)
    }
    async getEmojiBySearchQuery(query) {
      const tests = query.toLowerCase().split(/\s+/).filter(Boolean).map(isFoundBy)
      return this.all.filter((each) => tests.every((test) => test(each)))
    }
    async getEmojiByUnicodeOrName(unicode) {
      return this.byUnicode.get(unicode)
    }
    async getPreferredSkinTone() {
      return habits.tone
    }
    async setPreferredSkinTone(chosen) {
      habits.tone = chosen
      keep()
    }
    async getTopFavoriteEmoji(limit) {
      const known = mostUsed().flatMap(([unicode]) => this.byUnicode.get(unicode) ?? [])
      return known.slice(0, limit)
    }
    async incrementFavoriteEmojiCount(unicode) {
      habits.used.set(unicode, (habits.used.get(unicode) ?? 0) + 1)
      keep()
    }
  }
})()
