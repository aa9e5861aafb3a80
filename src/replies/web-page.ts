/** Every word of the local chat page. The page's files hold none: they name an entry of this table. */
export const WEB_PAGE_WORDS = {
  title: 'Đúng Hẹn',
  tagline: 'Trợ lý cải cách hành chính',
  needsScript: 'Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại.',

  privateChatName: 'Lãnh đạo (riêng)',
  groupChatName: 'Nhóm chỉ đạo cải cách hành chính',
  chats: 'Cuộc trò chuyện',
  openChats: 'Mở danh sách cuộc trò chuyện',
  closeChats: 'Đóng danh sách cuộc trò chuyện',
  privateChat: 'Chỉ mình bạn xem',
  groupChat: 'Nhóm chung',
  newGroup: 'Tạo nhóm mới',
  newGroupName: 'Tên nhóm mới',
  create: 'Tạo',
  toDark: 'Chuyển sang giao diện tối',
  toLight: 'Chuyển sang giao diện sáng',

  welcomeTitle: 'Đơn vị nào đang trễ hạn?',
  welcomeText:
    'Hỏi bằng câu thường hoặc gõ một lệnh. Câu trả lời có số liệu trước, rồi công thức, nguồn và biểu đồ.',
  examples: 'Thử hỏi',

  messages: 'Tin nhắn',
  input: 'Câu hỏi hoặc lệnh',
  inputHint: 'Hỏi, hoặc gõ / để chọn lệnh',
  send: 'Gửi',
  commands: 'Lệnh gợi ý',
  jumpToNew: 'Xuống tin mới nhất',

  me: 'Bạn',
  someone: 'Thành viên',
  answering: 'Đang trả lời',
  warning: 'Lưu ý',
  choices: 'Chọn tiếp',
  table: 'Bảng số liệu',
  openChart: 'Phóng to biểu đồ',
  chart: 'Biểu đồ',
  saveChart: 'Tải ảnh',
  close: 'Đóng',
  files: 'Tệp kèm theo',
  chartFailed: 'Không vẽ được biểu đồ. Số liệu bằng chữ không bị ảnh hưởng.',

  today: 'Hôm nay',
  yesterday: 'Hôm qua',
  connecting: 'Mất kết nối với máy chủ. Đang thử kết nối lại…',
  restarted: 'Đã kết nối lại. Máy chủ không còn giữ các tin ở trên.',
  replaced: 'Đang mở quá nhiều cửa sổ. Bấm vào trang để tiếp tục nhận tin.',

  answerFailed: 'Chưa trả lời được câu này do lỗi của hệ thống. Hãy hỏi lại sau ít phút.',
  notSent: 'Chưa gửi được. Nội dung vẫn còn trong ô nhập, hãy thử gửi lại.',
  busy: 'Còn nhiều câu hỏi đang chờ trả lời. Hãy gửi lại sau giây lát.',
  badMessage: 'Tin nhắn trống hoặc quá dài (tối đa 4.000 ký tự).',
  badName: 'Tên nhóm cần có chữ hoặc số, tối đa 60 ký tự.',
  tooManyChats: 'Đã đủ số nhóm cho phép. Hãy dùng một nhóm có sẵn.',
};

export type WebPageWords = typeof WEB_PAGE_WORDS;
