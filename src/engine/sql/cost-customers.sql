-- Every id that the costs file names up to the date, whatever the type.
select c.customer_id as customer_id, count(*) as row_count
from costs as c
where c.customer_id is not null and c.cost_date <= cast($costs_to as date)
group by c.customer_id
