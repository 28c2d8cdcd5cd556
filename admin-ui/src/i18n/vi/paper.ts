export const paper = {
  paper: {
    title: "Soạn hồ sơ",
    open: "Soạn hồ sơ",
    submit: "Trình hồ sơ",
    nothing: "Chưa viết",
    start: "Mở hồ sơ mới",
    startText: "Hồ sơ được mở theo quy trình đã ban hành. Anh/chị soạn từng mục rồi trình.",
    pipeline: "Quy trình",
    pipelineOption: "%{name} – %{unit}",
    caseTitle: "Tên hồ sơ",
    titleRequired: "Nhập tên hồ sơ.",
    sections: "Các mục phải soạn: %{sections}",
    opening: "Đang mở",
    later: "Hồ sơ đang được mở và sẽ hiện ở Việc chờ xử lý.",
  },
};
