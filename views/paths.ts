/** The whole URL tree. No other file writes a URL. */
export const paths = {
  home: '/',
  chat: {
    page: '/chat',
    messages: '/chat/messages',
    feed: (after: number) => `/chat/feed?after=${after}`,
    feedBase: '/chat/feed',
    socket: (after: number) => `/chat/socket?after=${after}`,
    socketBase: '/chat/socket',
    /** The part of the transcript after a seq, as a small page that renews itself: no JavaScript. */
    tail: (after: number) => `/chat/tail?after=${after}`,
    tailBase: '/chat/tail',
    /** The page with the entries before a seq. */
    earlier: (before: number) => `/chat?before=${before}`,
    typing: '/chat/typing',
    seen: '/chat/seen',
    closure: '/chat/closure',
    reopening: '/chat/reopening',
    rating: '/chat/rating',
    /** Leaves the ended conversation and shows an empty form again. */
    again: '/chat?new',
  },
  workbench: {
    page: '/workbench',
    /** `view` is `mine`, `line` or `closed`. */
    list: (view: string) => `/workbench?view=${view}`,
    /** Those closed before a time, ms UTC. */
    older: (closedBefore: number) => `/workbench?view=closed&before=${closedBefore}`,
    conversation: (id: string) => `/workbench/conversations/${id}`,
    /** Its entries before a seq. */
    earlier: (id: string, before: number) => `/workbench/conversations/${id}?before=${before}`,
    /** Its entries after a seq, as a small page that renews itself: no JavaScript. */
    tail: (id: string, after: number) => `/workbench/conversations/${id}/tail?after=${after}`,
    tailBase: (id: string) => `/workbench/conversations/${id}/tail`,
    messages: (id: string) => `/workbench/conversations/${id}/messages`,
    claim: (id: string) => `/workbench/conversations/${id}/claim`,
    acceptance: (id: string) => `/workbench/conversations/${id}/acceptance`,
    refusal: (id: string) => `/workbench/conversations/${id}/refusal`,
    transfer: (id: string) => `/workbench/conversations/${id}/transfer`,
    closure: (id: string) => `/workbench/conversations/${id}/closure`,
    seen: (id: string) => `/workbench/conversations/${id}/seen`,
    typing: (id: string) => `/workbench/conversations/${id}/typing`,
    /** Why this agent: the candidates and reasons of each choice. */
    decisions: (id: string) => `/workbench/conversations/${id}/decisions`,
    status: '/workbench/status',
    socket: (conversation: string | null, after: number) =>
      `/workbench/socket${query(conversation, after)}`,
    feed: (conversation: string | null, after: number) =>
      `/workbench/feed${query(conversation, after)}`,
    socketBase: '/workbench/socket',
    feedBase: '/workbench/feed',
  },
  session: { signIn: '/sign-in', signOut: '/sign-out' },
  install: '/install',
  language: '/language',
  theme: '/theme',
  up: '/up',
  /** A stream and a socket that carry nothing, to try a proxy with. */
  probe: { stream: '/up/stream', socket: '/up/socket' },
  ready: '/ready',
  static: (file: string) => `/static/${file}`,
} as const

const query = (conversation: string | null, after: number) =>
  conversation === null ? '' : `?conversation=${encodeURIComponent(conversation)}&after=${after}`
