export const standing = {
  standing: {
    column: "Trong kỳ",
    exclude: "Đưa ra khỏi kỳ",
    include: "Đưa trở lại kỳ",
    excludeOf: "Đưa %{unit} ra khỏi kỳ báo cáo",
    includeOf: "Đưa %{unit} trở lại kỳ báo cáo",
    excludeText:
      "Hồ sơ của cơ quan tạm dừng tại chỗ: không nhắc hạn, không tính quá hạn, không tính vào tỷ lệ của kỳ. Cơ quan được báo kèm lý do. Có thể đưa trở lại khi kỳ chưa lưu trữ.",
    includeText: "Hồ sơ tiếp tục từ bước đang dừng, với hạn nộp của kỳ. Cơ quan được báo kèm lý do.",
    reason: "Lý do (cơ quan sẽ đọc được)",
  },
};
