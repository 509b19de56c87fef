const en = {
  /** The page that the visitor has, or had, open. */
  page: 'Page',
  pageOpen: 'On the page',
  pageHidden: (when: string | null) => ['In the background', when].filter(Boolean).join(' · '),
  pageGone: (when: string | null) => ['Left the page', when].filter(Boolean).join(' · '),
  /** Before a stopwatch. */
  unanswered: 'unanswered',
  neverAnswered: 'never answered',
  nobodyOnDuty: 'nobody on duty',
  shut: 'closed now',
  goOff: {
    title: 'Go off duty?',
    hint: (n: number) =>
      n === 1
        ? 'You have one conversation. It goes back to the front of the queue, and its visitor waits for a colleague.'
        : `You have ${n} conversations. All go back to the front of the queue, and their visitors wait for a colleague.`,
    yes: 'Go off duty',
    no: 'Stay',
  },
}

const zh: typeof en = {
  page: '页面',
  pageOpen: '正在浏览',
  pageHidden: (when) => ['切到后台', when].filter(Boolean).join(' · '),
  pageGone: (when) => ['已离开页面', when].filter(Boolean).join(' · '),
  unanswered: '待回复',
  neverAnswered: '无人回复',
  nobodyOnDuty: '无客服在线',
  shut: '非服务时间',
  goOff: {
    title: '确定要下班吗？',
    hint: (n) => `您手上还有 ${n} 个会话，下班后它们会排到最前面，由其他客服接待。`,
    yes: '下班',
    no: '先不下班',
  },
}

/** Who is there, and who waits for whom. */
export const presence = { en, zh }
