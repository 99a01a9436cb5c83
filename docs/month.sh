#!/bin/sh
# Một tháng trong ba lượt. Đặt tệp này cạnh plan.toml, sửa ba dòng đầu, rồi:
# A month in three goes. Put this file beside plan.toml, mend the first three lines, then:
#
#   sh month.sh out 2019-07     đầu tháng sau: tạo biểu mẫu để gửi · early next month: forms to send out
#   sh month.sh in 2019-07      mỗi khi có tệp gửi về trong da-nhan/2019-07 · whenever files came back into da-nhan/2019-07
#   sh month.sh close 2019-07   sau hạn gửi: soát, đôn đốc, báo cáo, lưu · after the due day: check, letters, report, commit
#
# Cần git và chương trình plan. Lượt nào lỗi thì dừng ở đó; sửa rồi chạy lại lượt ấy.
# Needs git and plan. A go that fails stops there; mend it and run that go again.
set -eu

monthly='one-stop'                                        # biểu mẫu hằng tháng · monthly forms
quarterly='online-procedures it-plan iso-communes posting' # biểu mẫu hằng quý · quarterly forms
format=xlsx                                               # xlsx, csv

usage() {
    echo "sh month.sh out|in|close 2019-07" >&2
    exit 2
}

[ $# -eq 2 ] || usage
go=$1 month=$2
year=${month%-*}
case $month in
    [0-9][0-9][0-9][0-9]-0[1-9] | [0-9][0-9][0-9][0-9]-1[0-2]) ;;
    *) usage ;;
esac

# Quý kết thúc trong tháng, và báo cáo phải lập: quý I, 6 tháng, 9 tháng, năm.
# The quarter that ends with the month, and the report due then: first quarter, half, nine months, year.
case ${month#*-} in
    03) quarter=$year-Q1 report=$year-Q1 ;;
    06) quarter=$year-Q2 report=$year-H1 ;;
    09) quarter=$year-Q3 report=$year-9M ;;
    12) quarter=$year-Q4 report=$year ;;
    *) quarter='' report='' ;;
esac

case $go in
    out)
        for form in $monthly; do
            plan form "$form" --period "$month" --all --format "$format" -o "bieu-mau/$month"
        done
        if [ -n "$quarter" ]; then
            for form in $quarterly; do
                plan form "$form" --period "$quarter" --all --format "$format" -o "bieu-mau/$month"
            done
        fi
        ;;
    in)
        # Tệp nhập xong thì chuyển sang da-nhap. · What has been taken over moves to da-nhap.
        for file in da-nhan/"$month"/*; do
            [ -f "$file" ] || continue
            plan import "$file" --yes
            mkdir -p "da-nhap/$month"
            mv "$file" "da-nhap/$month/"
        done
        ;;
    close)
        out=ho-so/$month
        mkdir -p "$out"
        plan fmt
        plan check late evidence --format concise
        plan due -o "$out/viec-den-han.ics"
        plan remind --period "${quarter:-$month}" --all -o "$out/don-doc"
        for period in ${report:-$month}; do
            plan report --period "$period" -o "$out/bao-cao-$period.html"
            plan report --period "$period" -o "$out/bao-cao-$period.docx"
            plan report --period "$period" -o "$out/bao-cao-$period.xlsx"
        done
        git add data
        if git diff --cached --quiet; then
            echo "Không có số liệu mới để lưu. · Nothing new to commit."
        else
            git diff --cached --stat
            git commit -q -m "Số liệu $month"
        fi
        if [ -n "$quarter" ]; then
            echo "Báo cáo ký xong thì khóa số liệu · Once the report is signed: plan freeze $quarter"
        fi
        ;;
    *) usage ;;
esac
