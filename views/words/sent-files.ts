const en = {
  title: 'Files',
  said: { removed: 'The file is gone. Its message stays, and its link leads nowhere any more.' },
  lead: 'All that was sent in conversations and is kept. What its sender took back is not here any more.',
  search: 'A part of the name',
  total: (count: number, size: string) =>
    count === 1 ? `1 file takes ${size}` : `${count} files take ${size}`,
  columns: {
    name: 'Name',
    type: 'Type',
    size: 'Size',
    who: 'From',
    conversation: 'Conversation',
    at: 'When',
    remove: 'Remove',
  },
  filters: { kind: 'Kind', from: 'From', to: 'Until' },
  kinds: { image: 'Images', audio: 'Sound', video: 'Video', other: 'Everything else' },
  empty: 'No files yet',
  emptyHint: 'What visitors and agents send in conversations appears here, with the room it takes.',
  remove: 'Remove…',
  removing: {
    title: (name: string) => `Remove ${name}?`,
    hint: 'Nobody can open it any more, in no conversation. This cannot be taken back.',
    yes: 'Remove for good',
    no: 'Keep it',
  },
}

const zh: typeof en = {
  title: '文件',
  said: { removed: '文件已删除。原消息保留，其中的文件链接失效。' },
  lead: '会话中发送且仍保留的全部文件。已撤回的文件不在此列。',
  search: '文件名',
  total: (count, size) => `${count} 个文件，共 ${size}`,
  columns: {
    name: '文件名',
    type: '类型',
    size: '大小',
    who: '发送人',
    conversation: '会话',
    at: '时间',
    remove: '删除',
  },
  filters: { kind: '类型', from: '起始日期', to: '截止日期' },
  kinds: { image: '图片', audio: '音频', video: '视频', other: '其他' },
  empty: '还没有文件',
  emptyHint: '访客和客服在会话中发送的文件会显示在这里，并标明占用空间。',
  remove: '删除…',
  removing: {
    title: (name) => `确定删除“${name}”？`,
    hint: '删除后任何人都无法在会话中打开该文件，且不可恢复。',
    yes: '永久删除',
    no: '取消',
  },
}

/** Files that were sent, in the office. */
export const sentFiles = { en, zh }
