-- Every id of the answers, whatever their date, and where it stands first.
select a.customer_id as customer_id, count(*) as line_count, min(a.row_number) as first_row
from answers as a
where a.customer_id is not null
group by a.customer_id
