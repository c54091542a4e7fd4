-- Every id of the costs, whatever their date, and where it stands first.
select c.customer_id as customer_id, count(*) as line_count, min(c.row_number) as first_row
from costs as c
where c.customer_id is not null
group by c.customer_id
