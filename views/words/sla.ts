const en = {
  kinds: { first: 'first answer', next: 'next answer', solve: 'solution' },
  left: (kind: string) => `Left for the ${kind}`,
  late: (kind: string) => `Late: ${kind}`,
  stands: (kind: string) => `Stands still: ${kind}`,
  share: (kind: string, share: number) =>
    share === 100
      ? `The time for the ${kind} has run out.`
      : `${share} % of the time for the ${kind} has passed.`,
}

const zh: typeof en = {
  kinds: { first: '首次响应', next: '后续响应', solve: '解决' },
  left: (kind) => `${kind}剩余时间`,
  late: (kind) => `${kind}已超时`,
  stands: (kind) => `${kind}计时已暂停`,
  share: (kind, share) => (share === 100 ? `${kind}已超时。` : `${kind}时限已用去 ${share}%。`),
}

/** What is promised of a conversation, as colleagues see it. */
export const sla = { en, zh }
