/**
 * How hard a new password is to guess, in words, while it is typed. It is an estimate: what repeats
 * itself, follows the keys or an alphabet, or is among words that everybody uses counts as one sign, however
 * long it is. Nothing of it leaves the page, and what the desk asks for is asked when it is sent.
 */
;(() => {
  /** What shorter pieces have in common is chance. */
  const PIECE = 3
  /** Whatever stands behind these is not needed to be strong. */
  const LOOKED_AT = 200
  const rows = [
    ...['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
    ...['qwertzuiop', 'azertyuiop', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', '1q2w3e4r5t6y7u8i9o0p'],
  ]
  const known = [
    ...['password', 'passwort', 'letmein', 'iloveyou', 'welcome', 'admin', 'bellhop', 'chat'],
    ...['dragon', 'monkey', 'sunshine', 'football', 'secret', 'login', 'woaini', 'mima', '密码'],
  ]
  const listed = [...rows, ...rows.map((row) => [...row].reverse().join('')), ...known]

  /** How much of `signs` from `at` on stands in one of `texts`, or stood in itself before. */
  const alike = (signs, at, texts) => {
    let length = PIECE - 1
    const here = (to) => signs.slice(at, to).join('')
    const has = (piece) => texts.some((text) => text.includes(piece))
    const stood = (n) =>
      signs
        .slice(0, at + n - 1)
        .join('')
        .includes(here(at + n))
    while (at + length < signs.length && (has(here(at + length + 1)) || stood(length + 1)))
      length += 1
    return length < PIECE ? 0 : length
  }

  /** Signs that have to be guessed. One of Chinese is one of thousands. */
  const surprises = (signs, texts) => {
    let count = 0
    for (let at = 0; at < signs.length; ) {
      const length = alike(signs, at, texts)
      count += length === 0 && /\p{sc=Han}/u.test(signs[at]) ? 2 : 1
      at += length || 1
    }
    return count
  }

  /** What else is in the form of who they are. */
  const ownTexts = (form) =>
    [...form.querySelectorAll('[autocomplete=name], [autocomplete=username], [type=email]')]
      .flatMap(({ value }) => value.toLowerCase().split(/[\s@.]+/))
      .filter((text) => text.length >= PIECE)

  const levelOf = (field, min) => {
    const signs = [...field.value.normalize('NFC')]
    if (signs.length === 0) return ''
    if (signs.length < min) return 'short'
    const lower = [...signs.slice(0, LOOKED_AT).join('').toLowerCase()]
    const count = surprises(lower, [...listed, ...ownTexts(field.form)])
    if (count < 9) return 'weak'
    if (count < 14) return 'fair'
    return count < 19 ? 'good' : 'strong'
  }

  document.addEventListener('input', ({ target }) => {
    const meter = target.id && document.querySelector(`[data-strength-of="${target.id}"]`)
    if (!meter) return
    const level = levelOf(target, Number(meter.dataset.min))
    if (level === (meter.dataset.level ?? '')) return
    meter.dataset.level = level
    meter.querySelector('[role=status]').textContent = JSON.parse(meter.dataset.words)[level] ?? ''
  })
})()
