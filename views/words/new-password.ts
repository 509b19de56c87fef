const en = {
  own: 'Password',
  another: 'New password',
  hint: (limit: number) => `At least ${limit} characters. A short sentence works well.`,
  /** How hard what is typed is to guess. */
  strength: {
    short: (limit: number) => `Too short: at least ${limit} characters.`,
    weak: 'Easy to guess: it repeats itself, follows the keys, or others use it too.',
    fair: 'Fair. A longer one is safer.',
    good: 'Good.',
    strong: 'Strong.',
  },
}

const zh: typeof en = {
  own: '密码',
  another: '新密码',
  hint: (limit) => `至少 ${limit} 个字符，用一句短话就很好。`,
  strength: {
    short: (limit) => `太短：至少需要 ${limit} 个字符。`,
    weak: '强度弱：有重复、连续的字符或常用密码，容易被猜到。',
    fair: '强度一般，再长一些更安全。',
    good: '强度良好。',
    strong: '强度高。',
  },
}

/** A password that somebody chooses. */
export const newPasswordWords = { en, zh }
